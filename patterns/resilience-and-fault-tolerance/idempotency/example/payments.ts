import type { Connection } from './database.ts';
import { hashOf } from './keys.ts';
import type { Answer, Claim, Keys } from './keys.ts';
import type { Charge } from './provider.ts';

/** The body of POST /payments, with who sends it and its key. */
export interface Payment {
  readonly account: string;
  readonly key: string;
  readonly purchase: string;
  readonly cents: number;
}

export interface Reply extends Answer {
  /** As in the header, finer. */
  readonly retryAfterMs?: number;
}

/** Asks the provider; rejects where no receipt came. */
export type Pay = (charge: Charge) => Promise<string>;

/** Another has taken over: this work must leave no trace. */
class ClaimLostError extends Error {
  override readonly name = 'ClaimLostError';
}

/** Charges and orders, once for each key. */
export class Payments {
  readonly #keys: Keys;
  readonly #pay: Pay;

  constructor(keys: Keys, pay: Pay) {
    this.#keys = keys;
    this.#pay = pay;
  }

  /** @throws what `pay` or the database throws */
  async take(payment: Payment, db: Connection): Promise<Reply> {
    const { account, key, purchase, cents } = payment;
    const fingerprint = hashOf('POST /payments', purchase, cents);
    const operation = { account, key, fingerprint };
    const claim = await db.transaction((tx) =>
      this.#keys.claim(tx, operation),
    );
    if (claim.is !== 'mine') return replyTo(claim);
    const { attempt } = claim;
    // Committed: whoever finds the row without an answer knows
    // that it may have been charged, and asks once more.
    const receipt = await this.#charge(payment, () =>
      this.#keys.release(db, operation, attempt),
    );
    const body = JSON.stringify({ purchase, cents, receipt });
    const answer = { status: 201, body };
    try {
      await db.transaction(async (tx) => {
        await tx.query(
          `INSERT INTO orders (account, purchase, cents, receipt)
           VALUES ($1, $2, $3, $4)`,
          [account, purchase, cents, receipt],
        );
        const mine = await this.#keys.answer(
          tx,
          operation,
          attempt,
          answer,
        );
        if (!mine) throw new ClaimLostError();
      });
      return answer;
    } catch (error) {
      if (!(error instanceof ClaimLostError)) throw error;
      return replyTo({ is: 'busy', retryAfterMs: 0 });
    }
  }

  /**
   * No transaction spans it, so it has a key of its own: the
   * same in every try, whatever became of our row.
   */
  async #charge(
    { account, key, purchase, cents }: Payment,
    release: () => Promise<void>,
  ): Promise<string> {
    try {
      const providerKey = hashOf(account, key);
      return await this.#pay({
        purchase,
        cents,
        key: providerKey,
      });
    } catch (error) {
      await release(); // or the lease ends, where this fails
      throw error;
    }
  }
}

function replyTo(claim: Exclude<Claim, { is: 'mine' }>): Reply {
  switch (claim.is) {
    case 'answered':
      return claim.answer;
    case 'busy': {
      const { retryAfterMs } = claim;
      const body = 'a request with this key is at work';
      return { status: 409, body, retryAfterMs };
    }
    case 'another':
      return { status: 422, body: 'key of another request' };
  }
}
