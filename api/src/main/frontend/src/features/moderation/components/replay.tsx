import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EventList } from '@/features/moderation/components/event-list';
import { PastEventCard } from '@/features/moderation/components/past-event-card';
import { PastPage } from '@/features/moderation/components/past-page';
import { PastState } from '@/features/moderation/components/past-state';
import styles from '@/features/moderation/components/timeline-page.module.css';
import { useReplay } from '@/features/moderation/hooks/use-replay';
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
  /** one at least */
  events: readonly PastEvent[];
  /** there are later ones */
  onMore: (() => void) | undefined;
}

/** A history to go back and forth in: its events, and how things stood after the one that is chosen. */
export function Replay({ kind, historyId, events, onMore }: ReplayProps) {
  const { moderation } = useStaffTexts();
  const replay = useReplay(events);
  const event = events[replay.place];
  const position = useSettled(event?.position ?? 0, SETTLED_MS);
  const pageKind = PAGE_KINDS.find((each) => each === kind);
  const texts = moderation.history;
  return (
    <>
      <Bar replay={replay} events={events} more={onMore !== undefined} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Card
            title={texts.events}
            actions={
              onMore !== undefined && (
                <Button size="small" onClick={onMore}>
                  {texts.moreEvents}
                </Button>
              )
            }
          >
            <EventList events={events} place={replay.place} onGo={replay.go} />
          </Card>
        </div>
        <div className={styles['column']}>
          {event !== undefined && <PastEventCard event={event} />}
          {pageKind !== undefined && <PastPage kind={pageKind} historyId={historyId} position={position} />}
          {kind === 'conversation' && (
            <LookCard key={position} conversationId={historyId} asOf={String(position)} />
          )}
          <PastState kind={kind} historyId={historyId} position={position} />
        </div>
      </div>
    </>
  );
}

interface BarProps {
  replay: ReturnType<typeof useReplay>;
  events: readonly PastEvent[];
  more: boolean;
}

function Bar({ replay, events, more }: BarProps) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  const texts = moderation.history;
  const { place, playing, go, play } = replay;
  const at = events[place]?.at ?? '';
  const said = (more ? texts.placeMore : texts.place)(place + 1, events.length);
  return (
    <div className={styles['bar']}>
      <input
        type="range"
        className={styles['slider']}
        aria-label={texts.slider}
        aria-valuetext={`${said}: ${events[place]?.type ?? ''}`}
        min={0}
        max={events.length - 1}
        value={place}
        onChange={(event) => go(event.target.valueAsNumber)}
      />
      <div className={styles['controls']}>
        <Button size="icon" aria-label={texts.earlier} disabled={place === 0} onClick={() => go(place - 1)}>
          <ChevronLeft size={18} aria-hidden />
        </Button>
        <Button
          size="icon"
          aria-label={playing ? texts.stop : texts.play}
          disabled={events.length < 2}
          onClick={() => play(!playing)}
        >
          {playing ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
        </Button>
        <Button
          size="icon"
          aria-label={texts.later}
          disabled={place === events.length - 1}
          onClick={() => go(place + 1)}
        >
          <ChevronRight size={18} aria-hidden />
        </Button>
        <span className={styles['soft']}>{said}</span>
        <time className={styles['moment']} dateTime={at}>
          {at === '' ? '' : exactMoment(at, language)}
        </time>
      </div>
    </div>
  );
}
