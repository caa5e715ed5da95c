import Domain

/// What a State says of implementation: "already implemented", "in the process of implementation".
enum ClaimWords {
    /// What words about a whole list tell. `isMixed` where they name both, and so none for a paragraph.
    struct Lead: Hashable, Sendable {
        var status: Finding.Claim.Status
        var isMixed: Bool
        var wording: String
    }

    /// A heading or lead-in that says that recommendations are implemented or being so.
    static func lead(_ text: String) -> Lead? {
        let folded = FoldedText(text)
        let isDone = folded.contains(implemented) || folded.contains(partly)
        let isGoing = folded.contains(inProgress)
        guard isDone || isGoing else { return nil }
        return Lead(status: isGoing ? .inProgress : .implemented, isMixed: isDone && isGoing, wording: text)
    }

    /// The first sentence that tells the status, with it. `isLoose` where it is known that implementation is spoken of.
    static func claim(in text: String, isLoose: Bool) -> Finding.Claim? {
        var going: Finding.Claim?
        for sentence in Sentences.split(text) {
            let folded = FoldedText(sentence)
            guard isLoose || folded.contains(ReferenceWords.recommendation) || folded.words.count <= 6 else { continue }
            if folded.contains(negated) { continue }
            if folded.contains(partly) { return .init(status: .partly, wording: sentence) }
            if folded.contains(implemented) { return .init(status: .implemented, wording: sentence) }
            if going == nil, folded.contains(inProgress) || isLoose && folded.contains(continuing) {
                going = .init(status: .inProgress, wording: sentence)
            }
        }
        return going
    }

    private static let negated: PhraseList = [
        "not yet implemented", "not been implemented", "not implemented", "to be implemented", "will be implemented",
        "pas encore", "aun no", "todavia no", "еще не", "لم تنفذ", "尚未",
    ]
    private static let partly: PhraseList = [
        "partially implemented", "partly implemented", "largely implemented", "largely been implemented",
        "partially been implemented", "partly been implemented", "implemented in part", "partiellement mis en",
        "partiellement mise", "en partie mis", "partiellement appliqu", "parcialmente aplicad", "aplicado parcialmente",
        "aplicada parcialmente", "parcialmente implementad", "частично выполнен", "частично осуществлен", "نفذت جزئيا",
        "منفذة جزئيا", "部分落实", "部分执行",
    ]
    private static let implemented: PhraseList = [
        "already implemented", "already been implemented", "already been fully implemented", "has been implemented",
        "have been implemented", "been fully implemented", "recommendation implemented", "recommendations implemented",
        "is implemented", "are implemented", "is already implemented", "fully implemented", "has implemented",
        "have implemented", "deja mis en oeuvre", "deja mise en oeuvre", "deja mises en oeuvre", "deja ete mise",
        "deja ete mis", "deja appliqu", "deja ete appliqu", "est mise en oeuvre", "sont mises en oeuvre",
        "ete mises en oeuvre",
        "ete mise en oeuvre", "ya aplicad", "ya se ha aplicado", "ya se han aplicado", "ya ha sido aplicad",
        "ya han sido aplicad", "ya se ha puesto en practica", "ya se han puesto en practica", "ya implementad",
        "ya ha sido implementad", "ya han sido implementad", "ya cumplid", "уже выполнен", "уже осуществлен",
        "уже реализован",
        "рекомендация выполнена", "рекомендации выполнены", "نفذت بالفعل", "منفذة بالفعل", "تم تنفيذها", "سبق تنفيذها",
        "نفذت هذه التوصية", "已经落实", "已落实", "已执行", "已经执行", "已经实施", "已实施", "已经得到落实", "已得到落实",
    ]
    private static let inProgress: PhraseList = [
        "process of implement", "process of being implement", "process of their implement",
        "are the in process of implement",
        "being implemented", "under implementation", "course of implementation", "implementation is ongoing",
        "implementation is under way", "implementation is underway", "en cours de mise en oeuvre",
        "en cours d application",
        "en voie d application", "en proceso de aplicacion", "en vias de aplicacion", "en curso de aplicacion",
        "en proceso de implementacion", "se estan aplicando", "se esta aplicando", "в процессе осуществления",
        "в процессе выполнения",
        "в процессе реализации", "осуществляются", "выполняются", "осуществляется", "выполняется", "реализуются",
        "قيد التنفيذ",
        "في طور التنفيذ", "بصدد التنفيذ", "يجري تنفيذها", "正在落实", "正在执行", "正在实施", "落实之中",
    ]
    /// Where implementation is spoken of anyway.
    private static let continuing: PhraseList = [
        "ongoing", "in progress", "under way", "underway", "already started", "have started", "has started",
        "already begun",
        "has begun", "have begun", "continue", "is implementing", "are implementing", "being drafted", "being prepared",
        "is drafting", "is preparing", "are being", "is being", "currently", "strive", "under preparation",
        "se poursui",
        "en cours", "continu", "actuellement", "actualmente", "en curso", "продолж", "ведется", "ведутся",
        "в настоящее время",
        "مستمر", "يجري", "تواصل", "继续", "正在", "目前",
    ]
}
