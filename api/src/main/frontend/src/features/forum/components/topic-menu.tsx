import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { Decision } from '@/features/forum/api/decide-topic';
import { TopicDecision } from '@/features/forum/components/topic-decision';
import type { Topic } from '@/features/forum/types/forum';
import { ReportDialog } from '@/features/moderation/components/report-dialog-loader';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { useHasRole, useMe } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

/** What one may decide about a topic: its author closes it, moderators all. The server has the last word. */
export function TopicMenu({ topic }: { topic: Topic }) {
  const { forum } = useTexts();
  const me = useMe();
  const moderates = useHasRole('moderator', 'admin');
  const [open, setOpen] = useState<Decision['kind'] | 'report'>();
  const close = () => setOpen(undefined);
  const isOwn = topic.author.id === me.id;
  const trigger = (
    <Button size="icon" aria-label={forum.decisions.menu}>
      <Ellipsis size={18} aria-hidden />
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger}>
        {(isOwn || moderates) && (
          <MenuItem onSelect={() => setOpen('close')}>
            {topic.is_closed ? forum.decisions.reopen : forum.decisions.close}
          </MenuItem>
        )}
        {moderates && (
          <>
            <MenuItem onSelect={() => setOpen('pin')}>
              {topic.is_pinned ? forum.decisions.unpin : forum.decisions.pin}
            </MenuItem>
            <MenuItem onSelect={() => setOpen('move')}>{forum.decisions.move}</MenuItem>
          </>
        )}
        {!isOwn && <MenuItem onSelect={() => setOpen('report')}>{forum.decisions.report}</MenuItem>}
        {moderates && (
          <>
            <MenuSeparator />
            <MenuItem danger onSelect={() => setOpen('delete')}>
              {forum.decisions.delete}
            </MenuItem>
          </>
        )}
      </Menu>
      {open === 'report' && (
        <ReportDialog
          username={topic.author.username}
          type="content"
          subject={{ kind: 'topic', id: topic.id }}
          onClose={close}
        />
      )}
      {open !== undefined && open !== 'report' && (
        <TopicDecision topic={topic} kind={open} needsReason={moderates} onClose={close} />
      )}
    </>
  );
}
