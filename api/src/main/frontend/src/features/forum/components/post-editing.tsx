import { useEffect, useRef, useState } from 'react';
import { useEditPost } from '@/features/forum/api/edit-post';
import { PostEditor } from '@/features/forum/components/post-editor';
import type { Post } from '@/features/forum/types/forum';
import { useTexts } from '@/lib/texts/texts';

interface PostEditingProps {
  topicId: string;
  post: Post;
  onClose: () => void;
}

/** Writes one's own post anew, in its place. */
export function PostEditing({ topicId, post, onClose }: PostEditingProps) {
  const { common } = useTexts();
  const [content, setContent] = useState(post.content ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const edit = useEditPost();
  useEffect(() => field.current?.focus(), []);
  return (
    <PostEditor
      content={content}
      onWrite={setContent}
      submit={common.save}
      onSubmit={() => edit.mutate({ topicId, postId: post.id, content }, { onSuccess: onClose })}
      isPending={edit.isPending}
      error={edit.error}
      onCancel={onClose}
      field={field}
    />
  );
}
