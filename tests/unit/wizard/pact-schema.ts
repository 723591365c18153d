const text = { type: 'string', minLength: 1 } as const;

const body = {
  type: 'object',
  required: ['content', 'contentType', 'encoded'],
  additionalProperties: false,
  properties: { content: {}, contentType: text, encoded: { enum: [false, 'base64'] } },
} as const;

const headers = {
  type: 'object',
  additionalProperties: { type: 'array', minItems: 1, items: text },
} as const;

const rules = {
  type: 'object',
  required: ['body'],
  properties: {
    body: {
      type: 'object',
      propertyNames: { pattern: String.raw`^\$` },
      additionalProperties: {
        type: 'object',
        required: ['combine', 'matchers'],
        properties: {
          combine: { enum: ['AND', 'OR'] },
          matchers: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['match'],
              properties: { match: { enum: ['type', 'regex'] }, regex: text },
            },
          },
        },
      },
    },
  },
} as const;

const shared = {
  key: text,
  description: text,
  providerStates: {
    type: 'array',
    items: { type: 'object', required: ['name'], properties: { name: text } },
  },
} as const;

/** The parts of version 4 of Pact's format that the wizard writes, after its specification. */
export const pactSchema = {
  type: 'object',
  required: ['consumer', 'provider', 'interactions', 'metadata'],
  properties: {
    consumer: { type: 'object', required: ['name'], properties: { name: text } },
    provider: { type: 'object', required: ['name'], properties: { name: text } },
    metadata: {
      type: 'object',
      required: ['pactSpecification'],
      properties: {
        madeFrom: text,
        pactSpecification: {
          type: 'object',
          required: ['version'],
          properties: { version: { const: '4.0' } },
        },
      },
    },
    interactions: {
      type: 'array',
      minItems: 1,
      items: {
        oneOf: [
          {
            type: 'object',
            required: ['type', 'key', 'description', 'request', 'response'],
            additionalProperties: false,
            properties: {
              ...shared,
              type: { const: 'Synchronous/HTTP' },
              request: {
                type: 'object',
                required: ['method', 'path'],
                additionalProperties: false,
                properties: {
                  method: { enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] },
                  path: { type: 'string', pattern: '^/[^{}]*$' },
                  headers,
                  body,
                },
              },
              response: {
                type: 'object',
                required: ['status'],
                additionalProperties: false,
                properties: {
                  status: { type: 'integer', minimum: 200, maximum: 599 },
                  headers,
                  body,
                  matchingRules: rules,
                },
              },
            },
          },
          {
            type: 'object',
            required: ['type', 'key', 'description', 'contents'],
            additionalProperties: false,
            properties: {
              ...shared,
              type: { const: 'Asynchronous/Messages' },
              contents: body,
              matchingRules: rules,
              metadata: { type: 'object', additionalProperties: text },
            },
          },
        ],
      },
    },
  },
} as const;
