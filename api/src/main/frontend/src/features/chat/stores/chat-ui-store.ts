import { create } from 'zustand';

interface ChatUi {
  /** rooms whose chat is hidden for as long as the window is open */
  hidden: readonly string[];
  toggle: (roomId: string) => void;
}

export const useChatUi = create<ChatUi>()((set) => ({
  hidden: [],
  toggle: (roomId) =>
    set((now) => ({
      hidden: now.hidden.includes(roomId)
        ? now.hidden.filter((each) => each !== roomId)
        : [...now.hidden, roomId],
    })),
}));
