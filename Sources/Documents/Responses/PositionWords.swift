import Domain

/// The words with which States answer recommendations, in six languages, and what they mean.
enum PositionWords {
    struct Event: Sendable {
        /// Bytes of the folded text.
        var range: Range<Int>
        var position: Position
        var isPartial: Bool
    }

    /// Every answer in a text, in order. "Not accepted" is `noted`; what only mentions that something was noted is none.
    static func events(in text: FoldedText) -> [Event] {
        var events: [Event] = []
        for range in occurrences(of: noted, in: text) where !isProse(range, text) {
            events.append(Event(range: range, position: .noted, isPartial: false))
        }
        for range in occurrences(of: supported, in: text) {
            let position: Position = isNegated(range, text) ? .noted : .supported
            events.append(Event(range: range, position: position, isPartial: false))
        }
        for range in occurrences(of: verbs, in: text) where isAboutRecommendations(range, text) {
            let position: Position = isNegated(range, text) ? .noted : .supported
            events.append(Event(range: range, position: position, isPartial: false))
        }
        for range in occurrences(of: pending, in: text) {
            events.append(Event(range: range, position: .pending, isPartial: false))
        }
        return withParts(takenNote(apart(events), text), text)
    }

    /// `принимает рекомендации 115.4 и 115.5 к сведению`: the verb alone would be support.
    private static func takenNote(_ events: [Event], _ text: FoldedText) -> [Event] {
        var events = events
        for (place, event) in events.enumerated() where place > 0 && event.position == .noted {
            let verb = events[place - 1]
            guard text.bytes[event.range].elementsEqual(information), text.bytes[verb.range].starts(with: taking) else {
                continue
            }
            events[place - 1].position = .noted
        }
        return events
    }

    private static let information = Array("к сведению".utf8)
    private static let taking = Array("прин".utf8)

    /// Of answers that overlap the one that begins first; explicit ones were added first.
    private static func apart(_ events: [Event]) -> [Event] {
        var kept: [Event] = []
        for event in events where !kept.contains(where: { $0.range.overlaps(event.range) }) { kept.append(event) }
        return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func withParts(_ events: [Event], _ text: FoldedText) -> [Event] {
        let parts = occurrences(of: partial, in: text)
        return events.map { event in
            var event = event
            event.isPartial = parts.contains {
                abs($0.lowerBound - event.range.lowerBound) <= 40 || abs($0.lowerBound - event.range.upperBound) <= 30
            }
            return event
        }
    }

    private static func occurrences(of phrases: PhraseList, in text: FoldedText) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for needle in phrases.needles {
            var from = 0
            while let range = text.range(ofBytes: needle, from: from), ranges.count < 200 {
                ranges.append(range)
                from = range.upperBound - 1
            }
        }
        return ranges.sorted { $0.count > $1.count }
    }

    /// "As noted above", "it should be noted that": nothing is answered.
    private static func isProse(_ range: Range<Int>, _ text: FoldedText) -> Bool {
        let behind = words(text.bytes[range.upperBound...].prefix(40))
        let before = words(text.bytes[..<range.lowerBound].suffix(24))
        if let next = behind.first, proseBehind.contains(next), behind.dropFirst().first != "part" { return true }
        return before.last.map { proseBefore.contains($0) } ?? false
    }

    /// The word is cut where the phrase ended inside it.
    private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: " ").map(String.init)
    }

    private static func isNegated(_ range: Range<Int>, _ text: FoldedText) -> Bool {
        let before = words(text.bytes[..<range.lowerBound].suffix(60)).suffix(5)
        if let last = before.last, chineseNegators.contains(where: { last.hasSuffix($0) }) { return true }
        for (place, word) in zip(before.indices, before) where negators.contains(word) {
            // `No. 12` and `n° 12` announce a number.
            let next = place + 1 < before.endIndex ? before[place + 1] : ""
            if ["no", "n"].contains(word), next.isEmpty || next.hasPrefix(ReferenceMarks.mark) || next == "o" {
                continue
            }
            return true
        }
        return false
    }

    private static func isAboutRecommendations(_ range: Range<Int>, _ text: FoldedText) -> Bool {
        let behind = words(text.bytes[range.upperBound...].prefix(60)).prefix(5).joined(separator: " ")
        let folded = FoldedText(behind)
        return folded.contains(ReferenceWords.recommendation) || behind.contains(ReferenceMarks.mark)
    }
}

extension PositionWords {
    private static let supported: PhraseList = [
        "accept", "enjoy", "supported", "supports ", "endors", "have the support", "has the support",
        "accepte", "recueill", "recoivent l appui", "recu l appui", "beneficient de l appui", "appuie", "appuye",
        "souscri",
        "approuv", "soutient", "soutenu", "soutenons", "acept", "cuentan con el apoyo", "cuenta con el apoyo",
        "gozan del apoyo", "goza del apoyo",
        "reciben el apoyo", "apoya ", "apoyamos", "apoyan ", "apoyada", "apoyado", "respald", "hace suya", "поддержив",
        "поддержан", "поддержал", "пользуются поддержкой", "пользуется поддержкой", "получили поддержку", "принята ",
        "приняты ",
        "принято ", "принятые ", "принятых ", "принимает", "принимаются", "принимаем", "соглас", "одобр",
        "بتأييد", "تحظى بتأييد", "يحظى بتأييد", "حظيت بتأييد",
        "تحظى بدعم", "تؤيد", "نؤيد", "أيدت", "مؤيدة", "المؤيدة", "تقبل", "نقبل", "قبلت", "مقبول", "المقبول", "وافقت",
        "توافق",
        "支持", "接受", "同意", "赞同",
    ]
    /// Verbs that answer only where a recommendation follows them.
    private static let verbs: PhraseList = ["support ", "agree", "agreed", "welcomes and accepts"]
    private static let noted: PhraseList = [
        "noted ", "takes note", "take note", "took note", "taken note", "taking note", "notes recommendation",
        "notes the recommendation", "notes the following", "note recommendation", "note the following",
        "note the recommendation", "notes these", "notes this", "notes zqref", "note zqref", "reject", "declin",
        "not in a position", "not enjoy", "not accept", "not support", "unable to accept", "unable to support",
        "cannot accept", "cannot support", "cannot be accepted", "cannot be supported", "prend note", "prends note",
        "prenons note", "pris note", "prise note", "prises note", "prendre note", "prend acte", "pris acte", "notee",
        "notees",
        "ne recueill", "n accept", "n appui", "rejet", "refus", "toma nota", "tomado nota", "tomamos nota", "tomo nota",
        "tomar nota", "toma conocimiento", "rechaz", "no cuent", "no goza", "no acept", "no apoya", "к сведению",
        "принимает к сведению", "принимаем к сведению",
        "принимаются к сведению", "приняты к сведению", "принята к сведению", "принято к сведению",
        "принятые к сведению",
        "принятых к сведению", "отклон",
        "отверг", "отверж", "не пользу", "не поддерж", "не приним", "не принят", "не соглас", "أحاطت علما", "تحيط علما",
        "أحيط علما", "أحاط علما", "أحيطت علما", "علما ب", "محاط بها علما", "المحاط بها علما", "أخذت علما", "تأخذ علما",
        "رفض", "ترفض",
        "مرفوض", "المرفوض", "لا تحظى", "لم تحظ", "لا تؤيد", "لا تقبل", "غير مقبول", "غير المقبول", "غير المؤيدة",
        "注意到", "知悉", "拒绝", "予以注意", "表示注意", "不支持", "不接受", "不同意", "未获支持", "未得到支持", "不予接受", "无法接受",
    ]
    private static let partial: PhraseList = [
        "partial", "partly", "in part ", "in principle", "en principe", "en principio", "в принципе", "من حيث المبدا",
        "原则上", "partiel", "en partie", "parcial", "en parte", "частич", "جزئي", "部分",
    ]
    private static let pending: PhraseList = [
        "under consideration", "remain pending", "remains pending", "still being examined", "en cours d examen",
        "en examen ", "en estudio", "находятся на рассмотрении", "قيد النظر", "审议之中", "仍在审议", "仍在研究",
    ]
    private static let negators: Set<String> = [
        "not", "cannot", "unable", "never", "neither", "nor", "pas", "ne", "n", "non", "no", "ni", "не", "ни", "لا",
        "لم",
        "لن", "غير", "عدم", "ليست", "ليس",
    ]
    private static let chineseNegators = ["不", "未", "没有", "无法", "未能", "不能", "不予", "未获", "未得到", "没有得到"]
    private static let proseBehind: Set<String> = [
        "that", "in", "above", "under", "with", "how", "below", "earlier", "que", "qu", "con", "avec", "что", "с",
    ]
    private static let proseBefore: Set<String> = ["as", "be", "should", "comme", "como"]
}

/// Puts a word in the place of each group of numbers, so that answers and numbers stand in one folded text.
enum ReferenceMarks {
    static let mark = "zqref"

    static func marked(_ references: ParagraphReferences) -> FoldedText {
        var text = ""
        var position = 0
        for (index, group) in references.groups.enumerated() {
            text +=
                String(references.characters[position..<max(position, group.range.lowerBound)]) + " \(mark)\(index)x "
            position = max(position, group.range.upperBound)
        }
        return FoldedText(text + String(references.characters[position...]))
    }

    static func place(of index: Int, in text: FoldedText) -> Int? {
        text.range(ofBytes: [0x20] + Array("\(mark)\(index)x ".utf8), from: 0)?.lowerBound
    }
}
