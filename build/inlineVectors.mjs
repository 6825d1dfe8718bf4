// Inlines every function of the kernels that returns a vector into its callers. A call takes as long as the arithmetic in
// it, Binaryen leaves calls of functions this size, and the decorator that AssemblyScript has for it is no TypeScript.
import { FunctionDeclaration, NamedTypeNode, Node } from 'assemblyscript';
import { Transform } from 'assemblyscript/transform';

export class InlineVectors extends Transform {
  /**
   * Between parsing and compilation.
   * @override
   * @param {import('assemblyscript').Parser} parser
   */
  afterParse({ sources }) {
    for (const { isLibrary, statements } of sources) {
      for (const statement of isLibrary ? [] : statements) {
        if (!(statement instanceof FunctionDeclaration)) continue;
        const { range, signature } = statement;
        if (!(signature.returnType instanceof NamedTypeNode)) continue;
        if (signature.returnType.name.identifier.text !== 'v128') continue;
        statement.decorators = [
          Node.createDecorator(Node.createIdentifierExpression('inline', range), null, range),
        ];
      }
    }
  }
}
