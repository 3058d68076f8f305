internal import Splitting
internal import Vectorizing

/// What makes two blocks one point: they are of one form and say the same.
struct BlockIdentity: Hashable {
    /// What kind of text a block is, as far as blocks of different kinds never say the same.
    enum Form: Hashable {
        case item, text, code, table, heading, rule
    }

    /// The form.
    let form: Form
    /// The bytes of the text as texts are compared: after Unicode normalization with its mark-up, so that two links to different
    /// places differ; code as it stands, in whatever form its letters are written.
    let text: [UInt8]
    /// What a reader can reach: a reference link leads where a definition says that stands elsewhere.
    let targets: [Target]

    /// The identity of a block of `kind` with this text, verbatim, from which `targets` can be reached.
    init(kind: Block.Kind, text: String, targets: [Target] = []) {
        form = Self.form(of: kind)
        self.targets = targets
        switch form {
        case .code: self.text = Array(text.utf8)
        case .rule: self.text = []
        default: self.text = Array(TextNormalization.unicode.normalized(text).utf8)
        }
    }

    /// The form of a block of `kind`.
    static func form(of kind: Block.Kind) -> Form {
        switch kind {
        case .listItem: .item
        case .code, .frontMatter: .code
        case .table: .table
        case .heading: .heading
        case .thematicBreak: .rule
        case .paragraph, .quote, .html, .footnote, .definition: .text
        }
    }
}
