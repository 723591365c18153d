/** Tables of the shop, empty; PostgreSQL 15 takes them too. */
export const SCHEMA = `
  DROP TABLE IF EXISTS idempotency_keys, orders, seen_keys;

  CREATE TABLE idempotency_keys (
    account      text NOT NULL,
    key          text NOT NULL
                 CHECK (length(key) BETWEEN 1 AND 255),
    fingerprint  text NOT NULL,
    first_at     timestamptz NOT NULL,
    locked_until timestamptz NOT NULL,
    attempt      int NOT NULL DEFAULT 1,
    -- The answer, all or nothing. Text, since jsonb would
    -- send other bytes than the first time.
    status       int,
    body         text,
    expires_at   timestamptz,
    PRIMARY KEY (account, key),
    CHECK (num_nulls(status, body, expires_at) IN (0, 3))
  );
  CREATE INDEX ON idempotency_keys (expires_at);
  -- For the oldest without an answer; there are few.
  CREATE INDEX ON idempotency_keys (first_at)
    WHERE status IS NULL;

  CREATE TABLE orders (
    id       int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account  text NOT NULL,
    purchase text NOT NULL,
    cents    int NOT NULL,
    receipt  text NOT NULL
  );

  -- Of the baseline: looked up first, written last.
  CREATE TABLE seen_keys (
    account text NOT NULL,
    key     text NOT NULL,
    status  int NOT NULL,
    body    text NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (account, key)
  );
`;
