/** An order on a screen, with the buttons beside it. */
export interface Seen {
  readonly id: string;
  readonly buttons: readonly string[];
}

/** What a request has brought: nothing to see where refused. */
export interface Outcome {
  readonly status: number;
  readonly seen: Seen | undefined;
}

/** What a person can do; how it is done is the client's affair. */
export interface Screen {
  place(): Promise<Outcome>;
  open(id: string): Promise<Outcome>;
  press(seen: Seen, button: string): Promise<Outcome>;
}

/** What both clients had code for when they were built. */
export const BUILT_FOR: readonly string[] = [
  'pay',
  'cancel',
  'ship',
];
