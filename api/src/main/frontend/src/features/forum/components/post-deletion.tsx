import { useDeletePost } from '@/features/forum/api/delete-post';
import { DecisionDialog } from '@/features/forum/components/decision-dialog';
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
    <DecisionDialog
      title={forum.deletion.post}
      hint={isOwn ? forum.deletion.own : forum.deletion.others}
      submit={forum.post.delete}
      isDangerous
      needsReason={!isOwn}
      isPending={deletion.isPending}
      error={deletion.error}
      onDecide={(reason) => deletion.mutate({ topicId, postId, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
