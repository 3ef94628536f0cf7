import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { PersonMenuItems } from '@/features/following/components/person-menu';
import { PostDeletion } from '@/features/forum/components/post-deletion';
import { PostLink, useCopying } from '@/features/forum/components/post-link';
import { PostVersions } from '@/features/forum/components/post-versions';
import { topicAddress } from '@/features/forum/types/addresses';
import type { Post, Topic } from '@/features/forum/types/forum';
import { isEditable } from '@/features/forum/types/limits';
import { ReportDialog } from '@/features/moderation/components/report-dialog-loader';
import { Button } from '@/components/ui/button';
import { FailureDialog } from '@/components/ui/failure-dialog';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { useHasRole, useMe } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

interface PostMenuProps {
  topic: Topic;
  post: Post;
  onEdit: () => void;
}

/** What one may do with a post. The server has the last word. */
export function PostMenu({ topic, post, onEdit }: PostMenuProps) {
  const { forum, common } = useTexts();
  const me = useMe();
  const moderates = useHasRole('moderator', 'admin');
  const [open, setOpen] = useState<'deletion' | 'versions' | 'report'>();
  const [failure, setFailure] = useState<unknown>();
  const close = () => setOpen(undefined);
  const name = post.author.username;
  const isOwn = post.author.id === me.id;
  const isToBeEdited = isOwn && !topic.is_closed && isEditable(post.created_at);
  const address = window.location.origin + topicAddress(topic, post.number);
  const { copying, copy, end } = useCopying(address);
  const label = `${common.menu(name)}, ${forum.post.at(post.number)}`;
  const trigger = (
    <Button look="quiet" size="small" aria-label={label}>
      <Ellipsis size={17} aria-hidden />
    </Button>
  );
  return (
    <>
      <PostLink address={address} copying={copying} onClose={end} />
      <Menu trigger={trigger}>
        <PersonMenuItems username={name} onFailure={setFailure} />
        <MenuSeparator />
        <MenuItem onSelect={copy}>{forum.post.link}</MenuItem>
        {isToBeEdited && <MenuItem onSelect={onEdit}>{forum.post.edit}</MenuItem>}
        {(isOwn || moderates) && post.edited_at != null && (
          <MenuItem onSelect={() => setOpen('versions')}>{forum.post.versions}</MenuItem>
        )}
        {!isOwn && <MenuItem onSelect={() => setOpen('report')}>{forum.post.report}</MenuItem>}
        {(isOwn || moderates) && (
          <>
            <MenuSeparator />
            <MenuItem danger onSelect={() => setOpen('deletion')}>
              {forum.post.delete}
            </MenuItem>
          </>
        )}
      </Menu>
      {failure !== undefined && <FailureDialog error={failure} onClose={() => setFailure(undefined)} />}
      {open === 'deletion' && (
        <PostDeletion topicId={topic.id} postId={post.id} isOwn={isOwn} onClose={close} />
      )}
      {open === 'versions' && <PostVersions postId={post.id} onClose={close} />}
      {open === 'report' && (
        <ReportDialog
          username={name}
          type="content"
          subject={{ kind: 'post', id: post.id }}
          onClose={close}
        />
      )}
    </>
  );
}
