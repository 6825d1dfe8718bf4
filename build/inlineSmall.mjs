// Inlines functions of the AssemblyScript into their callers where a call takes as long as what they do: those that
// return a vector or a 64-bit integer, and conditions of one line. Binaryen leaves calls of functions this size, and the
// decorator that AssemblyScript has for it is no TypeScript.
import { BlockStatement, FunctionDeclaration, NamedTypeNode, Node } from 'assemblyscript';
import { Transform } from 'assemblyscript/transform';

export class InlineSmall extends Transform {
  /**
   * Between parsing and compilation.
   * @override
   * @param {import('assemblyscript').Parser} parser
   */
  afterParse({ sources }) {
    for (const { isLibrary, statements } of sources) {
      for (const statement of isLibrary ? [] : statements) {
        if (!(statement instanceof FunctionDeclaration) || !isSmall(statement)) continue;
        const { range } = statement;
        statement.decorators = [
          Node.createDecorator(Node.createIdentifierExpression('inline', range), null, range),
        ];
      }
    }
  }
}

/** @param {FunctionDeclaration} declaration */
function isSmall({ signature: { returnType }, body }) {
  if (!(returnType instanceof NamedTypeNode)) return false;
  const { text } = returnType.name.identifier;
  const isShort = body instanceof BlockStatement && body.statements.length === 1;
  return text === 'v128' || text === 'u64' || (text === 'bool' && isShort);
}
