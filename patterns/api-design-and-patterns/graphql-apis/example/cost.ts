import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';

export interface Weight {
  /** Objects that an answer could have, at most. */
  readonly cost: number;
  /** Fields within fields. */
  readonly depth: number;
}

export interface Scale {
  readonly schema: GraphQLSchema;
  /** Parsed and valid: no fragment leads back to itself. */
  readonly document: DocumentNode;
  /** Coerced, with their defaults. */
  readonly variables: Record<string, unknown>;
  /** What a list counts as whose field takes no `first`. */
  readonly listSize: number;
}

/**
 * Weighs a selection by the sizes that it asks for. Both are
 * upper bounds: `@skip` and lists that are shorter only help.
 */
export function weigh(
  set: SelectionSetNode,
  root: GraphQLNamedType,
  { schema, document, variables, listSize }: Scale,
): Weight {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(one.name.value, one);
  }
  // Once each: fragments in fragments grow exponentially.
  const weighed = new Map<string, Weight>();

  const ofSet = (
    { selections }: SelectionSetNode,
    parent: GraphQLNamedType,
  ): Weight => {
    let [cost, depth] = [0, 0];
    for (const one of selections) {
      const weight =
        one.kind === Kind.FIELD
          ? ofField(one, parent)
          : one.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(one.name.value)
            : ofSet(
                one.selectionSet,
                typeOf(one.typeCondition?.name.value) ?? parent,
              );
      cost += weight.cost;
      depth = Math.max(depth, weight.depth);
    }
    return { cost, depth };
  };

  const ofField = (
    node: FieldNode,
    parent: GraphQLNamedType,
  ): Weight => {
    const hasFields =
      isObjectType(parent) || isInterfaceType(parent);
    const name = node.name.value;
    const field = hasFields && parent.getFields()[name];
    // `__schema`: `validate` has its own rule for its depth.
    if (!field || !node.selectionSet)
      return { cost: 0, depth: 1 };
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) throw new Error('not valid');
    const inner = ofSet(node.selectionSet, type);
    const args = getArgumentValues(field, node, variables);
    const isList = isListType(getNullableType(field.type));
    const size = isList ? sizeOf(args['first'], listSize) : 1;
    const cost = size * (1 + inner.cost);
    return { cost, depth: 1 + inner.depth };
  };

  const ofFragment = (name: string): Weight => {
    const fragment = fragments.get(name);
    const on = typeOf(fragment?.typeCondition.name.value);
    if (!fragment || !on) throw new Error(`no ${name}`);
    const weight =
      weighed.get(name) ?? ofSet(fragment.selectionSet, on);
    weighed.set(name, weight);
    return weight;
  };

  const typeOf = (name?: string) =>
    name === undefined ? undefined : schema.getType(name);

  return ofSet(set, root);
}

function sizeOf(first: unknown, otherwise: number): number {
  return typeof first === 'number'
    ? Math.max(0, first)
    : otherwise;
}
