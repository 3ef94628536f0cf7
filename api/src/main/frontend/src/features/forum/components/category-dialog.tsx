import { type SyntheticEvent, useState } from 'react';
import { useSaveCategory } from '@/features/forum/api/save-category';
import type { Category } from '@/features/forum/types/forum';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { useTexts } from '@/lib/texts/texts';

const MAX_NAME = 100;
const MAX_DESCRIPTION = 500;
const NEW: Category = { slug: '', name: '', description: '', order: 0 };

interface CategoryDialogProps {
  /** the one that changes; a new one unless told */
  category?: Category;
  onClose: () => void;
}

/** Opens a category, or changes one. */
export function CategoryDialog({ category, onClose }: CategoryDialogProps) {
  const { forum, common } = useTexts();
  const [now, setNow] = useState(category ?? NEW);
  const save = useSaveCategory();
  const isNew = category === undefined;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    save.mutate({ category: now, isNew }, { onSuccess: onClose });
  };
  return (
    <Dialog title={isNew ? forum.category.new : forum.category.edit} onClose={onClose}>
      <Form onSubmit={submit} error={save.error}>
        <TextField
          label={forum.category.name}
          value={now.name}
          maxLength={MAX_NAME}
          required
          onChange={(event) => setNow({ ...now, name: event.target.value })}
        />
        {isNew && (
          <TextField
            label={forum.category.slug}
            hint={forum.category.slugHint}
            value={now.slug}
            maxLength={MAX_NAME}
            pattern="[a-z0-9\-]+"
            autoCapitalize="none"
            required
            onChange={(event) => setNow({ ...now, slug: event.target.value })}
          />
        )}
        <TextArea
          label={forum.category.description}
          value={now.description}
          maxLength={MAX_DESCRIPTION}
          onChange={(event) => setNow({ ...now, description: event.target.value })}
        />
        <TextField
          label={forum.category.order}
          type="number"
          value={now.order}
          required
          onChange={(event) => setNow({ ...now, order: event.target.valueAsNumber || 0 })}
        />
        <Button look="primary" type="submit" disabled={save.isPending}>
          {common.save}
        </Button>
      </Form>
    </Dialog>
  );
}
