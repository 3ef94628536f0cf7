import { useEffect, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { useTexts } from '@/lib/texts/texts';

/** How long it is said that the address was copied. */
const SAID_MS = 5_000;

type Copying = 'no' | 'copied' | 'refused';

/** Copies an address, and tells what came of it: a browser lets pages copy over https alone. */
export function useCopying(address: string) {
  const [copying, setCopying] = useState<Copying>('no');
  useEffect(() => {
    if (copying !== 'copied') return;
    const timer = setTimeout(() => setCopying('no'), SAID_MS);
    return () => clearTimeout(timer);
  }, [copying]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setCopying('copied');
    } catch {
      setCopying('refused');
    }
  };
  return { copying, copy: () => void copy(), end: () => setCopying('no') };
}

interface PostLinkProps {
  address: string;
  copying: Copying;
  onClose: () => void;
}

/** Says that an address was copied, or shows it to whoever has to copy it themselves. */
export function PostLink({ address, copying, onClose }: PostLinkProps) {
  const { forum } = useTexts();
  return (
    <>
      <span role="status">{copying === 'copied' && forum.post.copied}</span>
      {copying === 'refused' && (
        <Dialog title={forum.post.link} onClose={onClose}>
          <TextField
            label={forum.post.address}
            hint={forum.post.addressHint}
            readOnly
            value={address}
            onFocus={(event) => event.target.select()}
          />
        </Dialog>
      )}
    </>
  );
}
