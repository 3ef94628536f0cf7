import { useDeletePost } from '@/features/forum/api/delete-post';
import { ReasonDialog } from '@/components/ui/reason-dialog';
import { useTexts } from '@/lib/texts/texts';

interface PostDeletionProps {
  topicId: string;
  postId: string;
  isOwn: boolean;
  onClose: () => void;
}

/** Asks before a post is deleted; others than its author say why. */
export function PostDeletion({ topicId, postId, isOwn, onClose }: PostDeletionProps) {
  const { forum } = useTexts();
  const deletion = useDeletePost();
  return (
    <ReasonDialog
      title={forum.deletion.post}
      hint={isOwn ? forum.deletion.own : forum.deletion.others}
      confirm={forum.post.delete}
      danger
      short
      reasonHint={forum.decisions.reasonHint}
      needsReason={!isOwn}
      pending={deletion.isPending}
      error={deletion.error}
      onConfirm={(reason) => deletion.mutate({ topicId, postId, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
