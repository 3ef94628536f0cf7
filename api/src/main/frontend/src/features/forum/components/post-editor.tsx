import { type KeyboardEvent, type ReactNode, type Ref, type SyntheticEvent, useId, useState } from 'react';
import styles from '@/features/forum/components/post-editor.module.css';
import { EditorTools } from '@/features/forum/components/editor-tools';
import { PostPreview } from '@/features/forum/components/post-preview';
import { length, MAX_CONTENT } from '@/features/forum/types/limits';
import { Button } from '@/components/ui/button';
import { Failure } from '@/components/ui/notice';
import { useTexts } from '@/lib/texts/texts';

/** How many characters before the limit one is told how many are left. */
const NEAR = 1_000;

interface PostEditorProps {
  content: string;
  onWrite: (content: string) => void;
  submit: string;
  onSubmit: () => void;
  isPending: boolean;
  /** why it was refused */
  error?: unknown;
  onCancel?: () => void;
  /** whether there is more to do before it can be sent */
  isIncomplete?: boolean;
  field?: Ref<HTMLTextAreaElement>;
  /** fields above the text */
  children?: ReactNode;
}

/** Where one writes a post in Markdown, with a look at how it will be shown. Ctrl+Enter sends it. */
export function PostEditor(props: PostEditorProps) {
  const { content, submit, isPending, error, onCancel, isIncomplete = false, children } = props;
  const { common } = useTexts();
  const isSendable = content.trim() !== '' && length(content) <= MAX_CONTENT && !isPending && !isIncomplete;
  const send = () => {
    if (isSendable) props.onSubmit();
  };
  return (
    <form
      className={styles['editor']}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        send();
      }}
    >
      {children}
      <Writing {...props} onSend={send} />
      {error != null && <Failure error={error} />}
      <div className={styles['actions']}>
        <Button look="primary" type="submit" disabled={!isSendable}>
          {submit}
        </Button>
        {onCancel !== undefined && (
          <Button look="quiet" onClick={onCancel}>
            {common.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}

type WritingProps = Pick<PostEditorProps, 'content' | 'onWrite' | 'field'> & { onSend: () => void };

function Writing({ content, onWrite, field, onSend }: WritingProps) {
  const { forum } = useTexts();
  const id = useId();
  const [isPreview, setIsPreview] = useState(false);
  const left = MAX_CONTENT - length(content);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSend();
  };
  return (
    <div className={styles['writing']}>
      <div className={styles['bar']}>
        <div role="group" aria-label={forum.editor.mode} className={styles['modes']}>
          <Mode name={forum.editor.write} isOn={!isPreview} onChoose={() => setIsPreview(false)} />
          <Mode name={forum.editor.preview} isOn={isPreview} onChoose={() => setIsPreview(true)} />
        </div>
        {!isPreview && <EditorTools field={id} onWrite={onWrite} />}
      </div>
      <label htmlFor={id} className="visually-hidden">
        {forum.editor.label}
      </label>
      <textarea
        id={id}
        ref={field}
        className={styles['text']}
        rows={8}
        value={content}
        hidden={isPreview}
        aria-describedby={`${id}-hint`}
        aria-invalid={left < 0 ? true : undefined}
        onChange={(event) => onWrite(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {isPreview && <PostPreview content={content} />}
      <p id={`${id}-hint`} className={left < 0 ? styles['over'] : styles['hint']}>
        {left < NEAR ? forum.editor.left(left) : forum.editor.hint}
      </p>
    </div>
  );
}

function Mode({ name, isOn, onChoose }: { name: string; isOn: boolean; onChoose: () => void }) {
  return (
    <button type="button" className={styles['mode']} aria-pressed={isOn} onClick={onChoose}>
      {name}
    </button>
  );
}
