export function restoreIteration(_id: string): void {}
export function nameIteration(_id: string, _name: string): void {}
export function starIteration(_id: string, _starred: boolean): void {}
export function annotateIteration(_id: string, _text: string): void {}
export function toggleCompared(_id: string): void {}
