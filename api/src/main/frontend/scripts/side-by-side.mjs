/**
 * Runs the scripts of the package that are named, all at once. What each says is shown when it has ended. Fails when one
 * of them does.
 */
import { spawn } from 'node:child_process';

function run(script) {
  return new Promise((resolve) => {
    const npm = [process.env.npm_execpath, 'run', '--silent', script];
    const running = spawn(process.execPath, npm, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const output of [running.stdout, running.stderr]) {
      output.setEncoding('utf8').on('data', (part) => said.push(part));
    }
    running.on('close', (code) => {
      process.stdout.write(said.join(''));
      resolve(code === 0);
    });
  });
}

const ends = await Promise.all(process.argv.slice(2).map(run));
process.exitCode = ends.every((ended) => ended) ? 0 : 1;
