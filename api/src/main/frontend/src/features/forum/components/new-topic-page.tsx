import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useCategories } from '@/features/forum/api/get-categories';
import { useStartTopic } from '@/features/forum/api/start-topic';
import { ForumFailure } from '@/features/forum/components/forum-failure';
import { PostEditor } from '@/features/forum/components/post-editor';
import { topicAddress } from '@/features/forum/types/addresses';
import type { Category } from '@/features/forum/types/forum';
import { titleFault } from '@/features/forum/types/limits';
import { Page } from '@/components/layout/page';
import { Choice, TextField } from '@/components/ui/field';
import { Loading } from '@/components/ui/notice';
import { draftKey, useDraft, writeDraft } from '@/lib/drafts/draft-store';
import { useMe } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

/** Where a topic is started. */
export function NewTopicPage() {
  const { forum } = useTexts();
  const categories = useCategories();
  return (
    <Page title={forum.newTopic}>
      {categories.isPending && <Loading />}
      {categories.isError && (
        <ForumFailure error={categories.error} onRetry={() => void categories.refetch()} />
      )}
      {categories.isSuccess && <NewTopic categories={categories.data} />}
    </Page>
  );
}

function NewTopic({ categories }: { categories: readonly Category[] }) {
  const { forum, common } = useTexts();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const me = useMe();
  const textKey = draftKey(me.id, 'topic');
  const titleKey = `${textKey} title`;
  const title = useDraft(titleKey);
  const content = useDraft(textKey);
  const [category, setCategory] = useState(
    () =>
      categories.find(({ slug }) => slug === parameters.get('category'))?.slug ?? categories[0]?.slug ?? '',
  );
  const [wasLeft, setWasLeft] = useState(false);
  const start = useStartTopic();
  const fault = titleFault(title);
  const submit = () =>
    start.mutate(
      { category, title, content },
      {
        onSuccess: ({ topic }) => {
          writeDraft(titleKey, '');
          writeDraft(textKey, '');
          void navigate(topicAddress(topic), { replace: true });
        },
      },
    );
  return (
    <PostEditor
      content={content}
      onWrite={(text) => writeDraft(textKey, text)}
      submit={start.isPending ? common.loading : forum.starting.submit}
      onSubmit={submit}
      isPending={start.isPending}
      isIncomplete={fault !== undefined}
      error={start.error}
    >
      <Choice
        label={forum.starting.category}
        value={category}
        options={categories.map(({ slug, name }) => [slug, name] as const)}
        onChoose={setCategory}
      />
      <TextField
        label={forum.starting.title}
        hint={forum.starting.titleHint}
        error={wasLeft && title !== '' && fault !== undefined ? forum.starting.faults[fault] : undefined}
        value={title}
        required
        onBlur={() => setWasLeft(true)}
        onChange={(event) => writeDraft(titleKey, event.target.value)}
      />
    </PostEditor>
  );
}
