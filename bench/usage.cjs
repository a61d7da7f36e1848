// Loaded before a program that is measured: leaves what it used in the file USAGE_FILE, the most memory in MB, the processor's time and
// the time since it began in ms. All of it until it ends, or until it writes the text USAGE_UNTIL. Bare Node is measured with it too.
const { writeFileSync } = require('node:fs');

const used = () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  return { memory: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1000, wall: process.uptime() * 1000 };
};
const { USAGE_FILE, USAGE_UNTIL } = process.env;
let then;

if (USAGE_UNTIL) {
  const { write } = process.stdout;
  process.stdout.write = function (chunk, ...others) {
    if (String(chunk).includes(USAGE_UNTIL)) then ??= used();
    return write.call(this, chunk, ...others);
  };
}

process.on('exit', () => writeFileSync(USAGE_FILE, JSON.stringify(then ?? used())));
