/**
 * Macros that stand for one piece of text, by how the space after them is read: a letter swallows
 * it as TeX does (`\alpha x`), a sign keeps the author's (`a \le b`), a word is set apart (`\log n`).
 */
export const letters: ReadonlyMap<string, string> = new Map(
  pairs(`
  alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
  varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ
  upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
  Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
  o ø O Ø l ł L Ł aa å AA Å ae æ AE Æ oe œ OE Œ ss ß SS ẞ i ı j ȷ imath ı jmath ȷ dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ
  ell ℓ hbar ℏ hslash ℏ partial ∂ nabla ∇ infty ∞ aleph ℵ beth ℶ gimel ℷ Re ℜ Im ℑ wp ℘ emptyset ∅ varnothing ∅
  degree ° textdegree ° degreeCelsius °C celsius °C micro µ textmu µ ohm Ω AngstromUnit Å angstrom Å
  S § P ¶ pounds £ textsterling £ euro € texteuro € textdollar $ mathdollar $
  textyen ¥ yen ¥ cent ¢ textcent ¢ dag † dagger † ddag ‡ ddagger ‡ textdagger † textdaggerdbl ‡
  prime ′ backprime ‵ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ measuredangle ∡ triangle △ Box □ square □
  blacksquare ■ Diamond ◇ diamondsuit ♢ heartsuit ♡ clubsuit ♣ spadesuit ♠ flat ♭ natural ♮ sharp ♯ checkmark ✓ ding ✓
  textonehalf ½ textonequarter ¼ textthreequarters ¾ textordfeminine ª textordmasculine º sun ☉ astrosun ☉ earth ⊕
  sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigwedge ⋀ bigvee ⋁ bigsqcup ⨆
  lbrace { rbrace } lbrack [ rbrack ] langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lVert ‖ rVert ‖ Vert ‖ vert | lvert | rvert | llbracket ⟦ rrbracket ⟧
  textless < textgreater > textbar | textasciitilde ~ textunderscore _ textquotedblleft “ textquotedblright ” textquoteleft ‘ textquoteright ’ textquotesingle '
  guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › textbackslash ∖ backslash ∖ textasciicircum ^ textasteriskcentered * textbullet •
  textendash – textemdash — textellipsis … textexclamdown ¡ textquestiondown ¿
  `),
)

/** Relations and operators: the space after one is kept where there is one before. */
export const signs: ReadonlyMap<string, string> = new Map(
  pairs(`
  pm ± mp ∓ times × div ÷ cdot · cdotp · ast * star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨
  cap ∩ cup ∪ sqcap ⊓ sqcup ⊔ uplus ⊎ setminus ∖ smallsetminus ∖ wr ≀ amalg ⨿ ltimes ⋉ rtimes ⋊ bowtie ⋈ boxtimes ⊠ boxplus ⊞
  le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ approxeq ≊ cong ≅ propto ∝ varpropto ∝ asymp ≍ doteq ≐ coloneqq ≔ triangleq ≜ defeq ≝
  ll ≪ gg ≫ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ prec ≺ succ ≻ preceq ⪯ succeq ⪰ lt < gt > lll ⋘ ggg ⋙
  in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ sqsubset ⊏ sqsubseteq ⊑ sqsupset ⊐ sqsupseteq ⊒ nsubseteq ⊈
  mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⊥ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ therefore ∴ because ∵
  to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ hookrightarrow ↪ hookleftarrow ↩
  Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ implies ⟹ impliedby ⟸ iff ⟺ mapsto ↦ longmapsto ⟼
  uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀ rightleftharpoons ⇌ rightleftarrows ⇄ leadsto ⇝ rightsquigarrow ⇝ twoheadrightarrow ↠ textrightarrow → textleftarrow ←
  ldots … dots … dotsc … dotsb … dotso … cdots ⋯ vdots ⋮ ddots ⋱ colon :
  vartriangleleft ⊲ triangleleft ◁ trianglelefteq ⊴ triangleright ▷ bigtriangleup △ bigcirc ◯ dotplus ∔
  `),
)

/** Names and marks, whose following space is meant. */
export const logos: ReadonlyMap<string, string> = new Map(
  pairs(`
  LaTeX LaTeX TeX TeX BibTeX BibTeX LaTeXe LaTeX2e
  copyright © textcopyright © textregistered ® registered ® texttrademark ™
  `),
)

/** Names of functions. */
export const words: ReadonlySet<string> = new Set(
  `log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan max min sup inf lim limsup liminf
   det dim ker deg gcd hom arg Pr mod`.split(/\s+/),
)

/** Macros that only shape the page. */
export const silent: ReadonlySet<string> = new Set(
  `left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm
   displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits
   rm sf sc cal mit frak normalfont rmfamily sffamily scshape upshape mdseries
   tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge centering noindent
   protect xspace relax nonumber notag hfill vfill hline maketitle strut allowbreak nobreak sloppy ignorespaces unskip leavevmode
   mathstrut displaylimits hfil`.split(/\s+/),
)

/** Macros that are white space. */
export const blanks: ReadonlySet<string> = new Set(
  `quad qquad enspace enskip space thinspace medspace thickspace par newline linebreak pagebreak smallskip medskip bigskip nobreakspace`.split(
    /\s+/,
  ),
)

/** One-argument macros whose argument is all there is to read. */
export const plainArguments: ReadonlySet<string> = new Set(
  `text textrm textsf textsc textup textmd textnormal textsl mbox hbox fbox mathrm mathsf mathbf mathit mathcal mathscr mathfrak mathtt mathnormal
   boldsymbol bm pmb operatorname mathop mathbin mathrel mathord mathopen mathclose underbrace overbrace phantomsection boldmath
   ensuremath MakeUppercase MakeLowercase uppercase lowercase mathds bold title thanks section subsection paragraph texorpdfstring`.split(
    /\s+/,
  ),
)

/** Of these, the ones that leave mathematics. */
export const textArguments: ReadonlySet<string> = new Set(
  `text textrm textsf textsc textup textmd textnormal textsl mbox hbox fbox textit textbf texttt emph`.split(
    /\s+/,
  ),
)

function pairs(table: string): [string, string][] {
  const cells = table.trim().split(/\s+/)
  return cells.flatMap((name, i): [string, string][] =>
    i % 2 === 0 ? [[name, cells[i + 1] ?? '']] : [],
  )
}
