import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Failure, Loading } from '@/components/ui/notice';
import { useEventsAround } from '@/features/moderation/api/get-history';
import { EventList } from '@/features/moderation/components/event-list';
import { PastEventCard } from '@/features/moderation/components/past-event-card';
import { PastPage } from '@/features/moderation/components/past-page';
import { PastState } from '@/features/moderation/components/past-state';
import styles from '@/features/moderation/components/timeline-page.module.css';
import { type ReplayState, useReplay } from '@/features/moderation/hooks/use-replay';
import { type HistoryKind, PAGE_KINDS, type PastEvent } from '@/features/moderation/types/history';
import { LookCard } from '@/features/moderation/components/look-card';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { exactMoment } from '@/lib/dates';
import { useLanguage } from '@/lib/texts/texts';
import { useSettled } from '@/lib/use-settled';

/** Who drags the slider asks for the moment at which they let go. */
const SETTLED_MS = 300;

interface ReplayProps {
  kind: HistoryKind;
  historyId: string;
  /** places of the event that is shown first, and of the newest */
  beginning: number;
  last: number;
}

/** A history to go back and forth in: its events, and how things stood after the one that is chosen. */
export function Replay({ kind, historyId, beginning, last }: ReplayProps) {
  const { moderation } = useStaffTexts();
  const replay = useReplay(beginning, last);
  const { place } = replay;
  const settled = useSettled(place, SETTLED_MS);
  const { events, error, retry } = useEventsAround(kind, historyId, settled, last);
  const event = events.find(({ sequence }) => sequence === place);
  const position = place === settled ? event?.position : undefined;
  const pageKind = PAGE_KINDS.find((each) => each === kind);
  return (
    <>
      <Bar replay={replay} event={event} />
      {error != null && <Failure error={error} onRetry={retry} />}
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Card title={moderation.history.events}>
            <EventList events={events} place={place} onGo={replay.go} />
          </Card>
        </div>
        <div className={styles['column']}>
          {event === undefined ? <Loading /> : <PastEventCard event={event} />}
          {pageKind !== undefined && <PastPage kind={pageKind} historyId={historyId} position={position} />}
          {kind === 'conversation' && position !== undefined && (
            <LookCard key={position} conversationId={historyId} asOf={String(position)} />
          )}
          <PastState kind={kind} historyId={historyId} position={position} />
        </div>
      </div>
    </>
  );
}

/** @param event undefined until it has been loaded */
function Bar({ replay, event }: { replay: ReplayState; event: PastEvent | undefined }) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  const texts = moderation.history;
  const { place, last, playing, go, play } = replay;
  const said = texts.place(place + 1, last + 1);
  return (
    <div className={styles['bar']}>
      <input
        type="range"
        className={styles['slider']}
        aria-label={texts.slider}
        aria-valuetext={event === undefined ? said : `${said}: ${event.type}`}
        min={0}
        max={last}
        value={place}
        onChange={({ target }) => go(target.valueAsNumber)}
      />
      <div className={styles['controls']}>
        <Button size="icon" aria-label={texts.earlier} disabled={place === 0} onClick={() => go(place - 1)}>
          <ChevronLeft size={18} aria-hidden />
        </Button>
        <Button
          size="icon"
          aria-label={playing ? texts.stop : texts.play}
          disabled={last === 0}
          onClick={() => play(!playing)}
        >
          {playing ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
        </Button>
        <Button size="icon" aria-label={texts.later} disabled={place === last} onClick={() => go(place + 1)}>
          <ChevronRight size={18} aria-hidden />
        </Button>
        <span className={styles['soft']}>{said}</span>
        {event !== undefined && (
          <time className={styles['moment']} dateTime={event.at}>
            {exactMoment(event.at, language)}
          </time>
        )}
      </div>
    </div>
  );
}
