import { useEffect, useRef, useState } from 'react';
import { exportEvents, type ExportRequest } from '@/features/analytics/api/export-events';
import { saveFile } from '@/lib/save-file';

/** Text that came is handed to the browser in pieces of this many characters, which it may keep on disk. */
const PIECE = 4_000_000;
const FILE = 'events.ndjson';

export interface ExportState {
  phase: 'idle' | 'running' | 'done' | 'broken';
  lines: number;
  /** characters */
  size: number;
  /** of the last line; empty before the first */
  cursor: string;
  error: unknown;
}

const IDLE: ExportState = { phase: 'idle', lines: 0, size: 0, cursor: '', error: null };

/** Text as it comes, until it is a file. */
class Pieces {
  private readonly whole: Blob[] = [];
  private current: string[] = [];
  private length = 0;

  add(text: string): void {
    this.current.push(text);
    this.length += text.length;
    if (this.length >= PIECE) this.cut();
  }

  file(): Blob {
    this.cut();
    return new Blob(this.whole, { type: 'application/x-ndjson' });
  }

  private cut(): void {
    this.whole.push(new Blob(this.current));
    this.current = [];
    this.length = 0;
  }
}

/** Downloads an export, and goes on with one that broke off behind the last line that came. */
export function useExport() {
  const [state, setState] = useState(IDLE);
  const [begun, setBegun] = useState<ExportRequest>();
  const stop = useRef<AbortController>(undefined);
  const pieces = useRef(new Pieces());
  useEffect(() => () => stop.current?.abort(), []);

  const run = async (request: ExportRequest) => {
    const controller = new AbortController();
    stop.current = controller;
    setState((now) => ({ ...now, phase: 'running', error: null }));
    try {
      await exportEvents(request, controller.signal, ({ text, count, cursor }) => {
        pieces.current.add(text);
        setState((now) => ({ ...now, lines: now.lines + count, size: now.size + text.length, cursor }));
      });
      saveFile(pieces.current.file(), FILE);
      setState((now) => ({ ...now, phase: 'done' }));
    } catch (error) {
      setState((now) => ({ ...now, phase: 'broken', error: controller.signal.aborted ? null : error }));
    }
  };
  return {
    state,
    begin: (request: ExportRequest) => {
      pieces.current = new Pieces();
      setState(IDLE);
      setBegun(request);
      void run(request);
    },
    /** with what was asked for when it began, whatever the form says by now */
    goOn: () => {
      if (begun !== undefined) void run({ ...begun, cursor: state.cursor || begun.cursor });
    },
    halt: () => stop.current?.abort(),
  };
}
