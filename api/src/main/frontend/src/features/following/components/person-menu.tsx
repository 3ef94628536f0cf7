import { useNavigate } from 'react-router';
import { useBlock } from '@/features/following/api/block-user';
import { useProfile } from '@/features/following/api/get-profile';
import { MenuItem } from '@/components/ui/menu';
import { useMe } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

interface PersonMenuItemsProps {
  username: string;
  /** why blocking did not work: the menu is not there any more to say so */
  onFailure: (error: unknown) => void;
}

/** What one may do with a person, as items of a menu about them. */
export function PersonMenuItems({ username, onFailure }: PersonMenuItemsProps) {
  const texts = useTexts();
  const navigate = useNavigate();
  const me = useMe();
  const isMe = me.username === username;
  const profile = useProfile(username, !isMe);
  const block = useBlock(username);
  const blocking = profile.data?.relation.blocking ?? false;
  const go = (to: string) => () => void navigate(to);
  return (
    <>
      <MenuItem onSelect={go(`/people/${encodeURIComponent(username)}`)}>
        {texts.chat.actions.profile}
      </MenuItem>
      {!isMe && (
        <>
          <MenuItem onSelect={go(`/messages/new?to=${encodeURIComponent(username)}`)}>
            {texts.chat.actions.message}
          </MenuItem>
          <MenuItem danger onSelect={() => void block.mutateAsync(!blocking).catch(onFailure)}>
            {blocking ? texts.following.unblock : texts.following.block}
          </MenuItem>
        </>
      )}
    </>
  );
}
