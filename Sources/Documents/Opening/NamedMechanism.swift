import Domain
import Reference

/// Finds the mechanism whose document this is: by symbol, else by the longest name that stands on the first page.
struct NamedMechanism {
    private let names: [(needle: PhraseList, length: Int, code: MechanismCode)]

    /// Names of mechanisms of these kinds; the role (`Special Rapporteur on`) is inflected and left out.
    init(_ reference: ReferenceFacts, kinds: Set<MechanismKind>) {
        names = reference.mechanisms.filter { kinds.contains($0.kind) }.flatMap { mechanism in
            let own = LanguageTag.official.map { mechanism.names[$0] } + mechanism.aliases
            return Set(own).map { (Self.subject(of: $0), mechanism.code) }
        }.filter { $0.0.utf8.count >= 8 }.map { (PhraseList([$0.0]), $0.0.utf8.count, $0.1) }
    }

    func first(in text: FoldedText) -> MechanismCode? {
        let found = names.compactMap { name in
            text.range(of: name.needle).map { (start: $0.lowerBound, length: name.length, code: name.code) }
        }
        guard let first = found.map(\.start).min() else { return nil }
        // The first that is named; of names that begin near each other the longest.
        return found.filter { $0.start <= first + 40 }.max { $0.length < $1.length }?.code
    }

    private static func subject(of name: String) -> String {
        let folded = FoldedText(name).string
        for role in roles where folded.hasPrefix(role) { return String(folded.dropFirst(role.count)) }
        return folded
    }

    private static let roles: [String] = [
        "special rapporteur on the ", "special rapporteur on ", "special rapporteur in the ",
        "independent expert on the ",
        "independent expert on ", "rapporteur special sur ", "expert independant sur ", "relator especial sobre ",
        "experto independiente sobre ", "специальный докладчик ", "независимый эксперт ", "المقرر الخاص المعني ",
        "المقررة الخاصة المعنية ", "الخبير المستقل المعني ", "المقرر الخاص ",
    ].map { FoldedText($0).string + " " }
}
