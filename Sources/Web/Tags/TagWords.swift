import Domain
import Frame
import Reference

/// Reads a tag that a person wrote: its code, or its name in any language.
enum TagWords {
    static func code(_ kind: TagKind, _ text: String, _ reference: ReferenceFacts) -> String? {
        let text = String(text.prefix(200))
        switch kind {
        case .theme:
            return reference.name(ofTheme: text, in: .english) != nil ? text : reference.theme(labelled: text).first
        case .person:
            return reference.name(ofPerson: text, in: .english) != nil ? text : reference.person(labelled: text).first
        case .sdg: return reference.sdg(labelled: text)
        case .action: return Int(text).flatMap { ActionCategory(rawValue: $0) }.map { String($0.rawValue) }
        case .norm: return nil
        }
    }
}
