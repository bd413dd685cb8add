/** Runs the whole workflow. */
export async function run(): Promise<void> {}

export async function cancel(): Promise<void> {}
