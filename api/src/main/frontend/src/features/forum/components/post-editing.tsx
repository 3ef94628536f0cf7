import { useEffect, useRef, useState } from 'react';
import { useEditPost } from '@/features/forum/api/edit-post';
import { PostEditor } from '@/features/forum/components/post-editor';
import type { Post } from '@/features/forum/types/forum';
import { draftKey, readDraft, writeDraft } from '@/lib/drafts/draft-store';
import { useMe } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

function editKey(person: string, postId: string): string {
  return draftKey(person, `edit ${postId}`);
}

/** Whether one has begun to write a post anew in this window, and neither sent that nor given it up. */
export function isBegun(person: string, postId: string): boolean {
  return readDraft(editKey(person, postId)) !== '';
}

interface PostEditingProps {
  topicId: string;
  post: Post;
  onClose: () => void;
}

/** Writes one's own post anew, in its place. */
export function PostEditing({ topicId, post, onClose }: PostEditingProps) {
  const { common } = useTexts();
  const me = useMe();
  const key = editKey(me.id, post.id);
  const [begun] = useState(() => readDraft(key));
  const [content, setContent] = useState(begun === '' ? (post.content ?? '') : begun);
  const field = useRef<HTMLTextAreaElement>(null);
  const edit = useEditPost();
  // who comes back to what they began is elsewhere yet
  useEffect(() => {
    if (begun === '') field.current?.focus();
  }, [begun]);
  const write = (text: string) => {
    setContent(text);
    writeDraft(key, text);
  };
  const close = () => {
    writeDraft(key, '');
    onClose();
  };
  return (
    <PostEditor
      content={content}
      onWrite={write}
      submit={common.save}
      onSubmit={() => edit.mutate({ topicId, postId: post.id, content }, { onSuccess: close })}
      isPending={edit.isPending}
      error={edit.error}
      onCancel={close}
      field={field}
    />
  );
}
