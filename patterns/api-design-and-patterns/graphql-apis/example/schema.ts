import { buildSchema, GraphQLError, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { Data } from './loaders.ts';
import type {
  Cancelled,
  Customer,
  Item,
  Order,
  Product,
  Shop,
  Viewer,
} from './shop.ts';

export interface Change {
  readonly orderChanged: Order;
}

/** What the resolvers of one request share. */
export interface Context {
  readonly viewer: Viewer;
  readonly data: Data;
  readonly shop: Shop;
  readonly publish: (change: Change) => void;
  readonly listen: (
    concerns: (change: Change) => boolean,
  ) => AsyncIterable<Change>;
}

/** `stock` comes from the warehouse, so it may be missing. */
const sdl = `
  type Query {
    orders(first: Int! = 20): [Order!]!
    product(id: ID!): Product
  }
  type Mutation {
    cancelOrder(input: CancelOrderInput!): CancelOrderResult!
  }
  type Subscription { orderChanged: Order! }

  type Order {
    id: ID!
    status: Status!
    customer: Customer!
    items(first: Int! = 20): [Item!]!
  }
  enum Status { NEW SHIPPED CANCELLED }
  type Customer {
    id: ID!
    name: String!
    "Null unless the viewer looks after them."
    email: String
    orders(first: Int! = 20): [Order!]!
  }
  type Item {
    quantity: Int!
    product: Product!
  }
  type Product {
    id: ID!
    name: String!
    stock: Int
  }

  input CancelOrderInput { id: ID! }
  union CancelOrderResult =
    OrderCancelled | OrderUnknown | OrderShipped
  "What a client can show that knows no more."
  interface Problem { message: String! }
  type OrderCancelled { order: Order! }
  type OrderUnknown implements Problem { message: String! }
  type OrderShipped implements Problem {
    message: String!
    order: Order!
  }
`;

const LONGEST_PAGE = 50;

interface Page {
  readonly first: number;
}

function sizeOf({ first }: Page): number {
  if (first >= 1 && first <= LONGEST_PAGE) return first;
  const extensions = { code: 'BAD_PAGE' };
  const must = `first must be 1 to ${LONGEST_PAGE}`;
  throw new GraphQLError(must, { extensions });
}

type Resolver<Source, Args> = (
  source: Source,
  args: Args,
  context: Context,
) => unknown;

/** Each says where a field comes from, and decides nothing. */
function attach(schema: GraphQLSchema): void {
  const on = <Source, Args = unknown>(
    coordinate: string,
    resolve: Resolver<Source, Args>,
  ): void => {
    fieldOf(schema, coordinate).resolve = resolve;
  };
  on<unknown, Page>('Query.orders', (_root, page, { data }) =>
    data.orders(sizeOf(page)),
  );
  on<unknown, { readonly id: string }>(
    'Query.product',
    (_root, { id }, { data }) => data.product(id),
  );
  on<Order>('Order.customer', (order, _args, { data }) =>
    data.customer(order.customerId),
  );
  on<Order, Page>('Order.items', ({ id }, page, { data }) =>
    data.itemsOf(id, sizeOf(page)),
  );
  on<Customer, Page>(
    'Customer.orders',
    ({ id }, page, { data }) => data.ordersOf(id, sizeOf(page)),
  );
  on<Item>('Item.product', (item, _args, { data }) =>
    data.product(item.productId),
  );
  on<Product>('Product.stock', ({ id, stock }) => {
    if (stock !== undefined) return stock;
    throw new GraphQLError(`stock of ${id} is not known`);
  });
  on<unknown, { readonly input: { readonly id: string } }>(
    'Mutation.cancelOrder',
    async (_root, { input }, { shop, viewer, publish }) => {
      const done = await shop.cancel(viewer, input.id);
      if (done.kind === 'cancelled') {
        publish({ orderChanged: done.order });
      }
      return resultOf(done);
    },
  );
  const changed = fieldOf(schema, 'Subscription.orderChanged');
  changed.subscribe = (
    _root: unknown,
    _args: unknown,
    { listen, shop, viewer }: Context,
  ) =>
    listen(({ orderChanged }) => shop.sees(viewer, orderChanged));
}

function resultOf(done: Cancelled): object {
  switch (done.kind) {
    case 'cancelled':
      return { __typename: 'OrderCancelled', order: done.order };
    case 'shipped':
      return {
        __typename: 'OrderShipped',
        message: 'It is on its way: send it back.',
        order: done.order,
      };
    case 'unknown':
      return {
        __typename: 'OrderUnknown',
        message: 'No such order.',
      };
  }
}

/** @param strict promises that stock is always known */
export function shopSchema(strict: boolean): GraphQLSchema {
  const text = strict
    ? sdl.replace('stock: Int', 'stock: Int!')
    : sdl;
  const schema = buildSchema(text);
  attach(schema);
  return schema;
}

function fieldOf(schema: GraphQLSchema, coordinate: string) {
  const [type = '', name = ''] = coordinate.split('.');
  const object = schema.getType(type);
  const field = isObjectType(object) && object.getFields()[name];
  if (!field) throw new Error(`the schema has no ${coordinate}`);
  return field;
}
