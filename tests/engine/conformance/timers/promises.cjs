'use strict';
const {
  setTimeout: wait,
  setImmediate: soon,
  setInterval: every,
  scheduler,
} = require('timers/promises');
const fail = (error) => console.log(error.name, error.code, error.message, error.cause);
(async () => {
  console.log(
    await wait(1, 'value'),
    await soon('soon'),
    await wait(),
    await scheduler.wait(1),
    await scheduler.yield(),
  );
  for (const bad of ['text', {}, null, true]) await wait(bad).catch(fail);
  for (const bad of [null, 5, 'text', []]) {
    await wait(1, 1, bad).catch(fail);
    await soon(1, bad).catch(fail);
    await every(1, 1, bad).next().catch(fail);
  }
  for (const options of [{ signal: 5 }, { ref: 'x' }, { signal: {} }]) {
    await wait(1, 1, options).catch(fail);
    await soon(1, options).catch(fail);
    await every(1, 1, options).next().catch(fail);
    try {
      await scheduler.wait(1, options);
    } catch (error) {
      fail(error);
    }
  }
  const signal = AbortSignal.abort('why');
  await wait(1, 1, { signal }).catch(fail);
  await soon(1, { signal }).catch(fail);
  await every(1, 1, { signal }).next().catch(fail);
  await scheduler.wait(1, { signal }).catch(fail);
  const controller = new AbortController();
  const waiting = wait(100000, 1, { signal: controller.signal });
  controller.abort();
  await waiting.catch(fail);
  let count = 0;
  for await (const value of every(1, 'tick')) {
    console.log(value, ++count);
    if (count === 3) break;
  }
  const second = new AbortController();
  try {
    for await (const value of every(1, 'more', { signal: second.signal })) {
      console.log(value);
      second.abort(new Error('enough'));
    }
  } catch (error) {
    console.log(error.name, error.message, error.cause.message);
  }
  const iterator = every(1);
  console.log(await iterator.next(), await iterator.return(5), await iterator.next());
  try {
    scheduler.yield.call({});
  } catch (error) {
    fail(error);
  }
  try {
    scheduler.wait.call({}, 1);
  } catch (error) {
    fail(error);
  }
  try {
    new scheduler.constructor();
  } catch (error) {
    fail(error);
  }
  wait(100000, 'never', { ref: false }).then(console.log);
  console.log('done');
})();
