// graphql: a schema, a query with variables, and an error at its place.
import { buildSchema, graphql } from 'graphql';

const schema = buildSchema(`
  type Order { id: ID! total(currency: String = "EUR"): String! }
  type Query { order(id: ID!): Order orders: [Order!]! }
`);
const order = (id: string) => ({
  id,
  total: ({ currency }: { currency: string }) => `${Number(id) * 10} ${currency}`,
});
const rootValue = {
  order: ({ id }: { id: string }) => order(id),
  orders: () => {
    throw new Error('The list is too long.');
  },
};

const ask = async (source: string, variableValues = {}): Promise<void> => {
  const result = await graphql({ schema, source, rootValue, variableValues });
  console.log(JSON.stringify(result, null, 2));
};
await ask('query ($id: ID!) { order(id: $id) { id total } }', { id: '7' });
await ask('{ order(id: "2") { total(currency: "USD") price } }');
await ask('{ orders { id } }');
