const tell = (run) => {
  try {
    console.log(run());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
for (const v of [
  '1',
  1,
  1.5,
  'a',
  '',
  {},
  null,
  undefined,
  true,
  NaN,
  '0x10',
  -1,
  300,
  '5 ',
  ' ',
]) {
  tell(() => {
    process.exitCode = v;
    return [v, process.exitCode];
  });
}
process.exitCode = 0;
tell(() => process.exit('bad'));
for (const v of [5, 'x', null, {}, Symbol('a'), undefined])
  tell(() => {
    process.env.X = v;
    return process.env.X;
  });
tell(() => delete process.env.X);
tell(() => 'X' in process.env);
tell(() => process.env.NONE);
tell(() => Object.prototype.toString.call(process.env));
tell(() => process.env.toString());
tell(() => {
  process.env[Symbol('k')] = 1;
});
tell(() => process.env[Symbol('k')]);
tell(() => Object.defineProperty(process.env, 'Q', { value: 'x' }));
tell(
  () =>
    Object.defineProperty(process.env, 'Q', {
      value: 'x',
      writable: true,
      enumerable: true,
      configurable: true,
    }).Q,
);
tell(() =>
  Object.defineProperty(process.env, 'Q', {
    get() {
      return 1;
    },
  }),
);
for (const v of [undefined, null, [1], [1, 2, 3], 'x', [1, 2]])
  tell(() => process.hrtime(v).length);
tell(() => typeof process.hrtime.bigint());
tell(() => Object.keys(process.memoryUsage()));
tell(() => process.memoryUsage.rss() > 0);
tell(() => Object.keys(process.cpuUsage()));
tell(() => process.cpuUsage(5));
tell(() => process.cpuUsage({ user: -1, system: 1 }));
tell(() => process.cpuUsage({ user: 1, system: 'a' }));
tell(() => Object.keys(process.resourceUsage()));
tell(() => Object.keys(process.threadCpuUsage()));
tell(() => process.chdir(5));
tell(() => process.umask('9'));
tell(() => process.umask(-1));
tell(() => process.umask({}));
tell(() => process.umask('022'));
tell(() => process.umask(0o77));
tell(() => process.umask());
tell(() => process.kill('x'));
tell(() => process.kill(0, 'SIGNONE'));
tell(() => process.kill(process.pid, 0));
tell(() => process.kill(process.pid, 999));
tell(() => process.kill(999999, 0));
tell(() => process.nextTick());
tell(() => process.nextTick(5));
tell(() => process.emitWarning());
tell(() => process.emitWarning(5));
tell(() => process.emitWarning('x', 5));
tell(() => process.emitWarning('x', 'y', 5));
tell(() => process.emitWarning('x', { detail: 5 }));
tell(() => process.emitWarning('w', { type: 'T', code: 'C', detail: 'D' }));
tell(() => process.emitWarning('x', 'T', 'C2'));
tell(() => process.emitWarning(new Error('err')));
tell(() => process.emitWarning(Object.assign(new Error('err'), { name: 'DeprecationWarning' })));
tell(() => process.emitWarning('a', () => {}));
tell(() => process.emitWarning('dep', 'DeprecationWarning'));
tell(() => process.emitWarning(new Error('e'), { code: 'Z' }));
tell(() => process.emitWarning('ar', []));
tell(() => process.setUncaughtExceptionCaptureCallback(5));
tell(() => process.hasUncaughtExceptionCaptureCallback());
tell(() => {
  process.setUncaughtExceptionCaptureCallback(() => {});
  return process.hasUncaughtExceptionCaptureCallback();
});
tell(() => process.setUncaughtExceptionCaptureCallback(() => {}));
tell(() => process.setUncaughtExceptionCaptureCallback(null));
tell(() => process.loadEnvFile('none.env'));
tell(() => process.loadEnvFile(5));
tell(() => process.cwd === process.cwd);
tell(() => process.abort.name);
tell(() => process.binding('x'));
tell(() => process.assert);
tell(() => process.getgroups().length);
tell(() => process.version);
tell(() => process.config.variables.napi_build_version);
tell(() => {
  process.config.x = 1;
});
tell(() => Object.isFrozen(process.config));
tell(() => {
  process.version = 'x';
  return process.version;
});
tell(() => {
  process.versions.node = 'x';
  return process.versions.node;
});
tell(() => Object.isFrozen(process.versions));
tell(() => Object.isFrozen(process.release));
tell(() => Object.isFrozen(process.features));
tell(() => {
  process.pid = 3;
  return process.pid === 3;
});
tell(() => {
  process.ppid = 3;
  return process.ppid === 3;
});
tell(() => {
  process.title = 't';
  return process.title;
});
tell(() => {
  process.arch = 'q';
  return process.arch;
});
tell(() => {
  process.platform = 'w';
  return process.platform;
});
tell(() => process.constrainedMemory() >= 0);
tell(() => process.availableMemory() > 0);
tell(() => String(process));
tell(() => Object.prototype.toString.call(process));
tell(() => process.throwDeprecation);
tell(() => process.on('SIGINT', () => {}) === process);
process.removeAllListeners('SIGINT');
tell(() => process.listenerCount('SIGINT'));
tell(() => process.execve.length);
tell(() => Object.keys(require('process')).length === Object.keys(process).length);
process.on('exit', (code) => console.log('exit', code, process.exitCode, process._exiting));
