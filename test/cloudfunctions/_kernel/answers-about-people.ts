import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const CONTRACT = 'core/contract';

/** Fields by which an answer says something of a certain person. */
const PERSONAL =
  /^(patientId|masked(Patient|Relative)?Name|maskedPhone|maskedIdentityNumber|outpatientNumber)$/;

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);

const files = readdirSync(CONTRACT)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => parse(path.join(CONTRACT, file)));

/** What a declared type or a written one names: its fields, and the types behind them. */
interface Named {
  readonly fields: readonly string[];
  readonly types: readonly string[];
}

function named(node: ts.Node): Named {
  const fields: string[] = [];
  const types: string[] = [];
  const visit = (one: ts.Node): void => {
    if (ts.isPropertySignature(one)) fields.push(one.name.getText());
    if (ts.isTypeReferenceNode(one) || ts.isExpressionWithTypeArguments(one)) {
      types.push((ts.isTypeReferenceNode(one) ? one.typeName : one.expression).getText());
    }
    one.forEachChild(visit);
  };
  visit(node);
  return { fields, types };
}

const declared = new Map(
  files.flatMap((file) =>
    file.statements.flatMap((one): [string, Named][] =>
      ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one) ? [[one.name.text, named(one)]] : [],
    ),
  ),
);

function isAboutPerson({ fields, types }: Named, seen = new Set<string>()): boolean {
  if (fields.some((field) => PERSONAL.test(field))) return true;
  return types.some((type) => {
    const behind = seen.has(type) ? undefined : declared.get(type);
    seen.add(type);
    return behind !== undefined && isAboutPerson(behind, seen);
  });
}

/** The procedures whose accepted answer, as the contract types it, names a person or says whose data it is. */
export function proceduresAboutPeople(): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'output') {
      const procedure = node.parent.parent.parent.parent;
      const answer = node.typeArguments?.[0];
      if (ts.isPropertyAssignment(procedure) && answer && isAboutPerson(named(answer))) {
        found.add(procedure.name.getText());
      }
    }
    node.forEachChild(visit);
  };
  files.forEach(visit);
  return found;
}
