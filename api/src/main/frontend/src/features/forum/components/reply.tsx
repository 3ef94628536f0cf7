import type { RefObject } from 'react';
import { useNavigate } from 'react-router';
import { useCreatePost } from '@/features/forum/api/create-post';
import { PostEditor } from '@/features/forum/components/post-editor';
import styles from '@/features/forum/components/topic-page.module.css';
import { topicAddress } from '@/features/forum/types/addresses';
import type { Topic } from '@/features/forum/types/forum';
import { draftKey, useDraft, writeDraft } from '@/lib/drafts/draft-store';
import { useMe } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

interface ReplyProps {
  topic: Topic;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Answers in a topic, and goes to the answer. */
export function Reply({ topic, field }: ReplyProps) {
  const { forum } = useTexts();
  const navigate = useNavigate();
  const me = useMe();
  const key = draftKey(me.id, topic.id);
  const content = useDraft(key);
  const create = useCreatePost();
  const send = () =>
    create.mutate(
      { topicId: topic.id, content },
      {
        onSuccess: (post) => {
          writeDraft(key, '');
          void navigate(topicAddress(topic, post.number), { replace: true });
        },
      },
    );
  return (
    <section className={styles['reply']}>
      <h2>{forum.reply.title}</h2>
      <PostEditor
        content={content}
        onWrite={(text) => writeDraft(key, text)}
        submit={forum.reply.submit}
        onSubmit={send}
        isPending={create.isPending}
        error={create.error}
        field={field}
      />
    </section>
  );
}
