import { readComponentGraph } from './component-graph';
import { Problems } from './problems';
import { ScriptBundler } from './scripts';
import { SourceTree } from './source-tree';
import { compileStyles } from './styles';
import { compileTemplates } from './templates';

/** The mini program as the browser loads it. */
export interface BuiltMiniProgram {
  script: string;
  /** Source map of the script. */
  map: string;
  style: string;
}

/** Turns the folder of a built mini program into one script and one stylesheet, again and again. */
export class MiniProgramBuild {
  readonly tree: SourceTree;
  private readonly bundler: ScriptBundler;

  /** `miniprogramDir` is absolute. */
  constructor(miniprogramDir: string) {
    this.tree = new SourceTree(miniprogramDir);
    this.bundler = new ScriptBundler(this.tree);
  }

  /** Rejects with a `PreviewBuildError` that names every fault found. */
  async build(): Promise<BuiltMiniProgram> {
    const problems = new Problems();
    const graph = readComponentGraph(this.tree, problems);
    const templates = compileTemplates(this.tree, graph, problems);
    const style = compileStyles(this.tree, graph, problems);
    const scripts = await this.bundler.bundle({ graph, templates }, problems);
    problems.throwIfAny();
    return { ...scripts, style };
  }

  async close(): Promise<void> {
    await this.bundler.close();
  }
}
