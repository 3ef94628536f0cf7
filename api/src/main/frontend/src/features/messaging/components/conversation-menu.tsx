import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useHideConversation } from '@/features/messaging/api/mark-read';
import { PersonMenuItems } from '@/features/following/components/person-menu';
import { ReportDialog } from '@/features/moderation/components/report-dialog-loader';
import { Button } from '@/components/ui/button';
import { FailureDialog } from '@/components/ui/failure-dialog';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { useTexts } from '@/lib/texts/texts';

interface ConversationMenuProps {
  conversationId: string;
  /** of the other one */
  username: string;
}

/** What one may do with a conversation, and whom it is with. */
export function ConversationMenu({ conversationId, username }: ConversationMenuProps) {
  const { chat, common, messaging } = useTexts();
  const navigate = useNavigate();
  const hide = useHideConversation();
  const [reporting, setReporting] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const trigger = (
    <Button look="quiet" size="icon" aria-label={common.menu(username)}>
      <Ellipsis size={18} aria-hidden />
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger}>
        <PersonMenuItems username={username} onFailure={setFailure} />
        <MenuItem onSelect={() => setReporting(true)}>{chat.actions.report}</MenuItem>
        <MenuSeparator />
        <MenuItem
          onSelect={() =>
            hide.mutate(conversationId, {
              onSuccess: () => void navigate('/messages'),
              onError: setFailure,
            })
          }
        >
          {messaging.hide}
        </MenuItem>
      </Menu>
      {failure !== undefined && <FailureDialog error={failure} onClose={() => setFailure(undefined)} />}
      {reporting && (
        <ReportDialog
          username={username}
          subject={{ kind: 'conversation', id: conversationId }}
          onClose={() => setReporting(false)}
        />
      )}
    </>
  );
}
