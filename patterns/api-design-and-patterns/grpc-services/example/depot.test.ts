import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  create,
  fromBinary,
  ScalarType,
  toBinary,
  type DescField,
  type DescMessage,
} from '@bufbuild/protobuf';
import {
  Code,
  ConnectError,
  createClient,
  createRouterTransport,
  type Client,
  type ServiceImpl,
} from '@connectrpc/connect';
import { VirtualClock } from '#lab';
import { Caller, type CallerOptions } from './caller.ts';
import { carelessService } from './careless.ts';
import { inTimeOf } from './connect-time.ts';
import {
  DepotService,
  Driver,
  file_depot_v1_depot,
  PlanRouteRequestSchema,
  PlanRouteResponseSchema,
  RoadService,
} from './depot-pb.ts';
import {
  depotService,
  type Depot,
  type Position,
} from './depot-service.ts';
import { Latest } from './latest.ts';

type Measure = ServiceImpl<typeof RoadService>['measure'];

/** A depot of which a test sees everything. */
class FakeDepot implements Depot {
  readonly placesInVan = 12;
  readonly roads: Client<typeof RoadService>;
  readonly watchers = new Set<(at: Position) => void>();
  inQueues = 0;
  leftOut = 0;
  measured = 0;
  stops = 1_000_000;
  oldest = 0;
  lists = 0;

  constructor(measure: Measure) {
    const transport = createRouterTransport(({ service }) => {
      service(RoadService, {
        measure: (request, context) => {
          this.measured += 1;
          return measure(request, context);
        },
      });
    });
    this.roads = createClient(RoadService, transport);
  }

  watch(see: (at: Position) => void): () => void {
    this.watchers.add(see);
    return () => this.watchers.delete(see);
  }
  queued(change: number): void {
    this.inQueues += change;
  }
  skipped(positions: number): void {
    this.leftOut += positions;
  }
  stopsSoFar(): number {
    return this.stops;
  }
  oldestPlace(): number {
    return this.oldest;
  }
  listed(): void {
    this.lists += 1;
  }
  async stopAfter(place: number): Promise<string> {
    return `house ${place + 1}`;
  }
  send(metersDriven: number): void {
    const at = { metersDriven, measuredAtMs: 0n };
    for (const see of this.watchers) see(at);
  }
}

interface Scene {
  clock: VirtualClock;
  depot: FakeDepot;
  client: Client<typeof DepotService>;
  caller: (o?: Partial<CallerOptions>) => Caller;
}

/** Plays in virtual time, against the careful service. */
function scene(
  measure: (clock: VirtualClock) => Measure,
  play: (scene: Scene) => Promise<void>,
  service: typeof depotService = depotService,
): () => Promise<void> {
  return () => {
    const clock = new VirtualClock();
    const depot = new FakeDepot(measure(clock));
    const client = clientOf(service(depot));
    const caller = (o: Partial<CallerOptions> = {}): Caller =>
      new Caller({
        clock,
        depot: client,
        random: () => 0.5,
        deadlineMs: 2_000,
        tries: 4,
        backoffMs: 400,
        longestMs: 1_000,
        ...o,
      });
    return clock.run(() =>
      inTimeOf(clock, () =>
        play({ clock, depot, client, caller }),
      ),
    );
  };
}

function clientOf(
  service: ServiceImpl<typeof DepotService>,
): Client<typeof DepotService> {
  const transport = createRouterTransport((router) =>
    router.service(DepotService, service),
  );
  return createClient(DepotService, transport);
}

const atOnce = () => async () => ({ meters: 7 });
const failing = (code: Code) => () => async () => {
  throw new ConnectError('no', code);
};

async function codeOf(call: Promise<unknown>): Promise<Code> {
  const error: unknown = await call.then(
    () => assert.fail('it was answered'),
    (reason: unknown) => reason,
  );
  return ConnectError.from(error).code;
}

describe('a deadline', () => {
  const told: (number | undefined)[] = [];
  let stopped: unknown;
  const hang =
    (clock: VirtualClock): Measure =>
    async (_request, { signal, timeoutMs }) => {
      told.push(timeoutMs());
      stopped = undefined;
      await clock
        .sleep(60_000, { signal })
        .finally(() => (stopped = clock.now()));
      return {};
    };

  it(
    'reaches the second hop, less the margin, and ends it',
    scene(hang, async ({ clock, client }) => {
      const call = client.planRoute(
        { address: 'home' },
        { timeoutMs: 2_000 },
      );
      assert.equal(await codeOf(call), Code.DeadlineExceeded);
      assert.equal(told.at(-1), 1_950);
      assert.equal(stopped, 1_950);
      assert.equal(clock.now(), 1_950);
      assert.equal(clock.pending, 0);
    }),
  );

  it(
    'that is shorter than the margin is refused at once',
    scene(hang, async ({ client, depot }) => {
      const call = client.planRoute(
        { address: 'home' },
        { timeoutMs: 50 },
      );
      assert.equal(await codeOf(call), Code.DeadlineExceeded);
      assert.equal(depot.measured, 0);
    }),
  );

  it(
    'spans all tries, and no try begins after it',
    scene(
      failing(Code.Unavailable),
      async ({ clock, caller, depot }) => {
        const patient = caller({ tries: 99 });
        const call = patient.plan('home', 'id');
        assert.equal(await codeOf(call), Code.Unavailable);
        assert.equal(clock.now(), 1_400);
        assert.equal(depot.measured, 4);
      },
    ),
  );

  it(
    'in fractions of a millisecond is refused by Connect',
    scene(atOnce, async ({ client }) => {
      const call = client.planRoute(
        { address: 'home' },
        { timeoutMs: 1_999.5 },
      );
      assert.equal(await codeOf(call), Code.InvalidArgument);
    }),
  );

  it(
    'that nobody set lets the careless hop go on',
    scene(
      hang,
      async ({ clock, client }) => {
        const gone = new AbortController();
        const call = client.planRoute(
          { address: 'home' },
          { signal: gone.signal },
        );
        clock.setTimer(2_000, () => gone.abort());
        assert.equal(await codeOf(call), Code.Canceled);
        assert.equal(told.at(-1), undefined);
        await clock.sleep(50_000);
        assert.equal(stopped, undefined);
      },
      carelessService,
    ),
  );

  it(
    'is not needed for a caller who leaves to be heard',
    scene(hang, async ({ clock, client }) => {
      const gone = new AbortController();
      const call = client.planRoute(
        { address: 'home' },
        { signal: gone.signal },
      );
      clock.setTimer(300, () => gone.abort());
      assert.equal(await codeOf(call), Code.Canceled);
      assert.equal(stopped, 300);
    }),
  );
});

describe('a status code', () => {
  for (const code of [
    Code.NotFound,
    Code.Internal,
    Code.Unknown,
    Code.ResourceExhausted,
    Code.Aborted,
  ]) {
    let asked = 0;
    it(
      `${Code[code]} is not asked for again`,
      scene(
        atOnce,
        async ({ caller }) => {
          const call = caller().plan('home', 'id');
          assert.equal(await codeOf(call), code);
          assert.equal(asked, 1);
        },
        (depot) => ({
          ...depotService(depot),
          planRoute: async () => {
            asked += 1;
            throw new ConnectError('no', code);
          },
        }),
      ),
    );
  }

  for (const [ofRoads, ofDepot] of [
    [Code.NotFound, Code.NotFound],
    [Code.Unavailable, Code.Unavailable],
    [Code.InvalidArgument, Code.Internal],
    [Code.PermissionDenied, Code.Internal],
    [Code.ResourceExhausted, Code.Internal],
    [Code.Unknown, Code.Internal],
  ] as const) {
    it(
      `${Code[ofRoads]} of the roads is ${Code[ofDepot]} of the depot`,
      scene(failing(ofRoads), async ({ client }) => {
        const call = client.planRoute({ address: 'home' });
        await assert.rejects(call, (error) => {
          const { code, rawMessage } = ConnectError.from(error);
          assert.equal(code, ofDepot);
          const isOurs = ofRoads !== ofDepot;
          assert.equal(rawMessage === 'no', !isOurs);
          return true;
        });
      }),
    );
  }

  it(
    'Unavailable is, as often as the caller may',
    scene(
      failing(Code.Unavailable),
      async ({ caller, depot }) => {
        const call = caller({ tries: 3 }).plan('home', 'id');
        assert.equal(await codeOf(call), Code.Unavailable);
        assert.equal(depot.measured, 3);
      },
    ),
  );

  it(
    'of a request that is wrong says so, without the roads',
    scene(atOnce, async ({ client, depot }) => {
      const call = client.planRoute({ address: '' });
      assert.equal(await codeOf(call), Code.InvalidArgument);
      assert.equal(depot.measured, 0);
    }),
  );

  it(
    'of any other error is Internal, and its text stays here',
    scene(
      failing(Code.NotFound),
      async ({ client }) => {
        const call = client.planRoute({ address: 'home' });
        await assert.rejects(call, (error) => {
          const { code, message } = ConnectError.from(error);
          assert.equal(code, Code.Internal);
          assert.doesNotMatch(message, /cannot plan/);
          return true;
        });
      },
      carelessService,
    ),
  );
});

describe('a server stream', () => {
  const watchOnce = async ({
    client,
    clock,
    depot,
  }: Scene): Promise<void> => {
    const gone = new AbortController();
    const call = { signal: gone.signal };
    clock.setTimer(1_000, () => depot.send(1));
    clock.setTimer(2_000, () => gone.abort());
    for await (const position of client.watchVan({}, call)) {
      assert.equal(position.metersDriven, 1);
      await clock.sleep(3_000); // it is at its yield meanwhile
      break;
    }
  };

  it(
    'forgets a reader who left, even one who did not read',
    scene(atOnce, async (all) => {
      await watchOnce(all);
      assert.equal(all.depot.watchers.size, 0);
    }),
  );

  it(
    'without a look at the signal keeps it, and its queue',
    scene(
      atOnce,
      async (all) => {
        await watchOnce(all);
        assert.equal(all.depot.watchers.size, 1);
        for (const n of [2, 3, 4]) all.depot.send(n);
        assert.equal(all.depot.inQueues, 3);
      },
      carelessService,
    ),
  );

  it('tells the signal of a break, and no finally', async () => {
    const heard: string[] = [];
    const careful = depotService(new FakeDepot(atOnce()));
    const client = clientOf({
      ...careful,
      async *watchVan(_request, { signal }) {
        signal.addEventListener('abort', () =>
          heard.push('signal'),
        );
        try {
          for (;;) yield {};
        } finally {
          heard.push('finally');
        }
      },
    });
    for await (const one of client.watchVan({})) {
      assert.ok(one);
      break;
    }
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(heard, ['signal']);
  });

  it(
    'gives a slow reader the newest, and counts the rest',
    scene(atOnce, async ({ caller, clock, depot }) => {
      for (let n = 1; n <= 12; n += 1)
        clock.setTimer(n * 250, () => depot.send(n));
      const gone = new AbortController();
      const seen: number[] = [];
      clock.setTimer(3_100, () => gone.abort());
      await caller().watch(gone.signal, async (position) => {
        seen.push(position.metersDriven);
        await clock.sleep(1_000);
      });
      assert.deepEqual(seen, [1, 5, 9]);
      assert.equal(depot.leftOut, 8);
    }),
  );
});

describe('a client stream', () => {
  it(
    'ends at the parcel that does not fit',
    scene(atOnce, async ({ client }) => {
      let scanned = 0;
      const scans = async function* () {
        for (;;) yield { parcelId: `${(scanned += 1)}` };
      };
      const call = client.loadParcels(scans());
      assert.equal(await codeOf(call), Code.FailedPrecondition);
      assert.equal(scanned, 13);
    }),
  );

  it(
    'gives one receipt for all that fit',
    scene(atOnce, async ({ client }) => {
      const scans = async function* () {
        for (let n = 1; n <= 12; n += 1)
          yield { parcelId: `${n}` };
      };
      const { parcels } = await client.loadParcels(scans());
      assert.equal(parcels, 12);
    }),
  );
});

describe('a stream in both directions', () => {
  it(
    'goes on where it broke, with each stop once',
    scene(atOnce, async ({ clock, caller }) => {
      const driven: string[] = [];
      const shift = new AbortController();
      let lines = 0;
      const connect = (): AbortSignal => {
        const line = new AbortController();
        lines += 1;
        const lost = new ConnectError('lost', Code.Unavailable);
        clock.setTimer(700, () => line.abort(lost));
        return line.signal;
      };
      clock.setTimer(6_000, () => shift.abort());
      const driveTo = async (address: string): Promise<void> => {
        await clock.sleep(300);
        driven.push(address);
      };
      await caller().deliver(shift.signal, connect, driveTo);
      assert.ok(lines > 3);
      assert.ok(driven.length > 10);
      const inOrder = driven.map((_, at) => `house ${at + 1}`);
      assert.deepEqual(driven, inOrder);
    }),
  );

  /** What a driver did whose tokens are refused as too old. */
  const drive = async (
    { clock, depot, caller }: Scene,
    lineMs: readonly number[],
  ) => {
    const driven: string[] = [];
    const shift = new AbortController();
    const lines = [...lineMs];
    const connect = (): AbortSignal => {
      const line = new AbortController();
      const lost = new ConnectError('lost', Code.Unavailable);
      const ms = lines.shift();
      if (ms !== undefined)
        clock.setTimer(ms, () => {
          line.abort(lost);
          depot.oldest = 8; // it has forgotten meanwhile
        });
      return line.signal;
    };
    clock.setTimer(6_000, () => shift.abort());
    const driveTo = async (address: string): Promise<void> => {
      await clock.sleep(300);
      driven.push(address);
    };
    await caller().deliver(shift.signal, connect, driveTo);
    return driven;
  };

  it(
    'begins anew where its token is too old, and drives nowhere twice',
    scene(atOnce, async (all) => {
      const driven = await drive(all, [1_000]);
      assert.ok(driven.length > 10);
      const inOrder = driven.map((_, at) => `house ${at + 1}`);
      assert.deepEqual(driven, inOrder);
      assert.equal(all.depot.lists, 2);
    }),
  );

  it(
    'has read the whole list once where no line is lost',
    scene(atOnce, async (all) => {
      await drive(all, []);
      assert.equal(all.depot.lists, 1);
    }),
  );

  for (const [token, place] of [
    ['too old', 'after-7'],
    ['of what has not been', 'after-1000001'],
  ] as const)
    it(
      `refuses a token ${token} with OUT_OF_RANGE`,
      scene(atOnce, async ({ client, depot }) => {
        depot.oldest = 8;
        const asks = async function* () {
          yield { resumeToken: place };
        };
        const read = async (): Promise<void> => {
          for await (const stop of client.deliver(asks()))
            assert.fail(stop.address);
        };
        assert.equal(await codeOf(read()), Code.OutOfRange);
      }),
    );

  it(
    'takes the oldest token that is good',
    scene(atOnce, async ({ client, depot }) => {
      depot.oldest = 8;
      const asks = async function* () {
        yield { resumeToken: 'after-8' };
      };
      for await (const stop of client.deliver(asks()))
        assert.equal(stop.address, 'house 9');
    }),
  );

  it('ends with the shift, also while it waits to connect', async () => {
    const clock = new VirtualClock();
    const shift = new AbortController();
    const gone = AbortSignal.abort(
      new ConnectError('lost', Code.Unavailable),
    );
    const caller = new Caller({
      clock,
      depot: clientOf(depotService(new FakeDepot(atOnce()))),
      random: () => 0.5,
      deadlineMs: 2_000,
      tries: 4,
      backoffMs: 10_000,
      longestMs: 10_000,
    });
    await clock.run(() => {
      clock.setTimer(1_000, () => shift.abort());
      return caller.deliver(
        shift.signal,
        () => gone,
        async () => undefined,
      );
    });
    assert.equal(clock.now(), 1_000);
    assert.equal(clock.pending, 0);
  });

  it(
    'waits before it comes back to a server that ends it',
    scene(
      atOnce,
      async ({ clock, caller }) => {
        const shift = new AbortController();
        let connects = 0;
        clock.setTimer(2_000, () => shift.abort());
        await caller().deliver(
          shift.signal,
          () => {
            connects += 1;
            if (connects > 99) shift.abort();
            return new AbortController().signal;
          },
          async () => undefined,
        );
        assert.ok(connects < 10, `${connects} connects`);
      },
      (depot) => ({
        ...depotService(depot),
        async *deliver() {},
      }),
    ),
  );

  it(
    'refuses a token that is not its own',
    scene(atOnce, async ({ client }) => {
      const asks = async function* () {
        yield { resumeToken: 'after-x' };
      };
      const read = async (): Promise<void> => {
        for await (const stop of client.deliver(asks()))
          assert.fail(stop.address);
      };
      assert.equal(await codeOf(read()), Code.InvalidArgument);
    }),
  );
});

describe('a mailbox for the newest', () => {
  it('holds one value, and none after it was taken', async () => {
    const { signal } = new AbortController();
    const box = new Latest<number>();
    box.put(1);
    box.put(2);
    assert.equal(await box.take(signal), 2);
    assert.equal(box.replaced, 1);
    const next = box.take(signal);
    box.put(3);
    assert.equal(await next, 3);
  });

  it('lets a reader go, and keeps what comes later', async () => {
    const box = new Latest<number>();
    const gone = new AbortController();
    const taken = box.take(gone.signal);
    gone.abort(new Error('gone'));
    await assert.rejects(taken, /gone/);
    box.put(4);
    const { signal } = new AbortController();
    assert.equal(await box.take(signal), 4);
  });
});

describe('a message', () => {
  it('tells a zero that was set from nothing said', () => {
    const silent = create(PlanRouteRequestSchema, {});
    const zero = create(PlanRouteRequestSchema, {
      driver: Driver.UNSPECIFIED,
    });
    const bytes = toBinary(PlanRouteRequestSchema, zero);
    assert.deepEqual([...bytes], [0x18, 0x00]); // 3 << 3
    assert.equal(silent.driver, undefined);
    const read = fromBinary(PlanRouteRequestSchema, bytes);
    assert.equal(read.driver, 0);
  });

  it('keeps a field and a value that it does not know', () => {
    const newer = Uint8Array.of(0x18, 0x09, 0x20, 0x01);
    const read = fromBinary(PlanRouteRequestSchema, newer);
    assert.equal(read.driver, 9);
    const again = toBinary(PlanRouteRequestSchema, read);
    assert.deepEqual(again, newer);
  });

  it('takes a reused number for something else, unnoticed', () => {
    // Number 1 as a text here; as a number in the answer.
    const bytes = Uint8Array.of(0x08, 0x2a);
    const meters = fromBinary(PlanRouteResponseSchema, bytes);
    assert.equal(meters.meters, 42);
    assert.throws(() =>
      fromBinary(PlanRouteRequestSchema, bytes),
    );
  });
});

describe('the generated code', () => {
  it('says what depot.proto says', () => {
    const at = new URL('./depot.proto', import.meta.url);
    const text = readFileSync(at, 'utf8')
      .replaceAll(/\/\/.*/g, '')
      .replaceAll(/\s+/g, ' ');
    const { name, messages, enums, services, proto } =
      file_depot_v1_depot;
    assert.equal(name, 'depot/v1/depot');
    assert.ok(text.includes(`package ${proto.package};`));
    const parts = [
      ...messages.map(messageText),
      ...enums.map(
        ({ name: of, values }) =>
          `enum ${of} { ${values
            .map((one) => `${one.name} = ${one.number};`)
            .join(' ')} }`,
      ),
      ...services.map(
        ({ name: of, methods }) =>
          `service ${of} { ${methods.map(methodText).join(' ')} }`,
      ),
    ];
    let rest = text;
    for (const part of parts) {
      assert.ok(rest.includes(part), part);
      rest = rest.replace(part, '');
    }
    // Nothing is in the file that the code does not have.
    assert.equal(
      rest.replaceAll(/ +/g, ' ').trim(),
      'syntax = "proto3"; package depot.v1;',
    );
  });
});

/** What `buf lint` calls STANDARD, as far as names go. */
describe('the names in depot.proto', () => {
  const { proto, messages, enums, services } =
    file_depot_v1_depot;
  const methods = services.flatMap((one) => one.methods);

  it('have a package with a version', () => {
    assert.match(proto.package, /^[a-z]+\.v[1-9]\d*$/);
  });

  it('are of a service, and of its methods alone', () => {
    for (const { name } of services)
      assert.match(name, /^[A-Z][A-Za-z]+Service$/);
    for (const { name, input, output } of methods) {
      assert.equal(input.name, `${name}Request`);
      assert.equal(output.name, `${name}Response`);
    }
    const names = methods.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    assert.equal(messages.length, 2 * names.length);
  });

  it('are of fields in lower case', () => {
    for (const { name } of messages.flatMap((one) => one.fields))
      assert.match(name, /^[a-z]+(_[a-z]+)*$/);
  });

  it('begin an enum with UNSPECIFIED, and each of its values', () => {
    for (const { name, values } of enums) {
      const prefix = `${name.toUpperCase()}_`;
      assert.equal(values[0]?.name, `${prefix}UNSPECIFIED`);
      assert.equal(values[0]?.number, 0);
      for (const value of values)
        assert.ok(value.name.startsWith(prefix), value.name);
    }
  });
});

type Method = (typeof DepotService)['methods'][number];

function methodText(method: Method): string {
  const { methodKind: kind, input, output } = method;
  const from = /^(client|bidi)/.test(kind) ? 'stream ' : '';
  const to = /^(server|bidi)/.test(kind) ? 'stream ' : '';
  const head =
    `rpc ${method.name}(${from}${input.name}) ` +
    `returns (${to}${output.name})`;
  return method.idempotency === 1
    ? `${head} { option idempotency_level = NO_SIDE_EFFECTS; }`
    : `${head};`;
}

function messageText({ name, fields, proto }: DescMessage) {
  const { reservedRange, reservedName } = proto;
  const lines = [
    ...reservedRange.map(({ start }) => `reserved ${start};`),
    ...reservedName.map((one) => `reserved "${one}";`),
    ...fields.map(fieldText),
  ];
  return `message ${name} { ${lines.join(' ')} }`;
}

function fieldText(field: DescField): string {
  const { name, number, proto, enum: of, scalar } = field;
  const optional = proto.proto3Optional ? 'optional ' : '';
  const type = of?.name ?? ScalarType[scalar ?? 0];
  const typeText = of ? type : `${type}`.toLowerCase();
  return `${optional}${typeText} ${name} = ${number};`;
}
