// One line that says what is being done: rewritten in a terminal, a line a step elsewhere.

/** @param {string} title */
export function createProgress(title) {
  const terminal = process.stderr.isTTY === true;
  const started = Date.now();
  let said = '';
  const draw = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    process.stderr.write(`\r\x1b[2K${title}: ${said} (${seconds} s)`);
  };
  const timer = terminal ? setInterval(draw, 1000) : undefined;
  timer?.unref();
  return {
    /** @param {string} text */
    step(text) {
      said = text;
      if (terminal) draw();
      else process.stderr.write(`${title}: ${text}\n`);
    },
    /** @param {string} text */
    end(text) {
      clearInterval(timer);
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      process.stderr.write(`${terminal ? '\r\x1b[2K' : ''}${title}: ${text} (${seconds} s)\n`);
    },
  };
}
