import { usePreview } from '@/features/forum/api/get-preview';
import { PostBody } from '@/features/forum/components/post-body';
import styles from '@/features/forum/components/post-editor.module.css';
import { PostEmbeds } from '@/features/forum/components/post-embeds';
import { Empty, Failure, Loading } from '@/components/ui/notice';
import { useTexts } from '@/lib/texts/texts';

/** What a text will look like, as the server renders it. */
export function PostPreview({ content }: { content: string }) {
  const { forum } = useTexts();
  const preview = usePreview(content);
  return (
    <div className={styles['preview']}>
      {content.trim() === '' && <Empty>{forum.editor.nothing}</Empty>}
      {preview.isLoading && <Loading />}
      {preview.isError && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isSuccess && (
        <>
          <PostBody html={preview.data.html} />
          <PostEmbeds embeds={preview.data.embeds} />
        </>
      )}
    </div>
  );
}
