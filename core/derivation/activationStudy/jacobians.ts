/** ∂oᵢ/∂xⱼ of the activations of a whole row, by their names. */
export const jacobians: Readonly<Record<string, { readonly latex: string; readonly plain: string }>> = {
  glu: {
    latex:
      '\\frac{\\partial o_i}{\\partial a_i} = \\sigma(b_i), \\quad \\frac{\\partial o_i}{\\partial b_i} = a_i \\sigma(b_i) (1 - \\sigma(b_i))',
    plain: '∂oᵢ/∂aᵢ = σ(bᵢ), ∂oᵢ/∂bᵢ = aᵢ σ(bᵢ) (1 − σ(bᵢ))',
  },
  log_softmax: {
    latex: '\\frac{\\partial o_i}{\\partial x_j} = \\delta_{ij} - e^{o_j}',
    plain: '∂oᵢ/∂xⱼ = δᵢⱼ − e^(oⱼ)',
  },
  softmax: {
    latex: '\\frac{\\partial o_i}{\\partial x_j} = o_i (\\delta_{ij} - o_j)',
    plain: '∂oᵢ/∂xⱼ = oᵢ (δᵢⱼ − oⱼ)',
  },
  softmin: {
    latex: '\\frac{\\partial o_i}{\\partial x_j} = o_i (o_j - \\delta_{ij})',
    plain: '∂oᵢ/∂xⱼ = oᵢ (oⱼ − δᵢⱼ)',
  },
  sparsemax: {
    latex:
      '\\frac{\\partial o_i}{\\partial x_j} = \\delta_{ij} - \\frac{1}{\\lvert S \\rvert} \\quad (i, j \\in S)',
    plain: '∂oᵢ/∂xⱼ = δᵢⱼ − 1/|S| for i and j in S = {k: oₖ > 0}, else 0',
  },
};
