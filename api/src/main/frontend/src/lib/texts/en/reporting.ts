export const reporting = {
  title: (name: string) => `Report ${name}`,
  type: 'What is it about?',
  types: {
    chat: 'Rude or unwanted chat',
    harassment: 'Harassment',
    content: 'Content that does not belong here',
    cheating: 'Cheating',
    other: 'Something else',
  },
  description: 'What happened?',
  descriptionHint: 'In a few sentences. What you report is kept as it is now.',
  evidence: 'A link to see it',
  evidenceHint: 'Needed for cheating: the game.',
  file: 'Send the report',
  mine: 'What you have reported',
  done: 'Thank you. A moderator will look into it, usually within a day or two.',
};
