// Loaded before a program that is measured: leaves what it used in the file USAGE_FILE, the most memory in MB, the processor's time and
// the time since it began in ms. All of it until it ends, or until it writes the text USAGE_UNTIL. Bare Node is measured with it too.
const fs = require('node:fs');

const used = () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  return { memory: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1000, wall: process.uptime() * 1000 };
};
const { USAGE_FILE, USAGE_UNTIL } = process.env;
let then;

const hooked = (object, name, textOf) => {
  const write = object[name];
  object[name] = function (...given) {
    if (String(textOf(given)).includes(USAGE_UNTIL)) then ??= used();
    return write.apply(this, given);
  };
};

if (USAGE_UNTIL) {
  hooked(fs, 'writeSync', ([, content]) => content);
  const { get } = Object.getOwnPropertyDescriptor(process, 'stdout'); // made when it is asked for, which takes a fifth of Node's own start
  Object.defineProperty(process, 'stdout', {
    get: () => {
      const stream = get.call(process);
      if (!Object.hasOwn(stream, 'write')) hooked(stream, 'write', ([content]) => content);
      return stream;
    },
  });
}

process.on('exit', () => fs.writeFileSync(USAGE_FILE, JSON.stringify(then ?? used())));
