/// Who speaks to whom before it is said what is asked: `The Committee recommends that the State party`, `In the light of the
/// dialogue, the State party should: (a)`.
enum NameSpeakers {
    /// How a language speaks to a State, in small letters.
    private struct Manner {
        /// What the speaker does; one of them stands before the addressee.
        var verbs: [String]
        var addressees: [String]
        /// What joins the demand to the addressee.
        var joints: [String]
        /// What joins it so that no verb is needed before.
        var duties: [String]
    }

    /// Characters in which the speaker has to have come to the point.
    private static let room = 400
    private static let leastDemand = 5

    /// `text` from the demand on, of lettered demands the first; all of it where nobody speaks.
    static func without(_ text: String, language: String) -> String {
        let spoken = afterAddress(text[...], language: language) ?? text[...]
        return String(firstLettered(spoken) ?? spoken)
    }

    // MARK: - Lettered demands

    /// The first demand of `…: (a) Adopt …; (b) Train …` and of `(a) Adopt …`.
    private static func firstLettered(_ text: Substring) -> Substring? {
        let head = text.prefix(room)
        for letter in ["(a)", "a)", "(а)", "а)", "(أ)", "أ)", "(i)", "(1)", "（a）", "（一）"] {
            guard let found = head.firstRange(of: letter) else { continue }
            let before = head[..<found.lowerBound].last { !$0.isWhitespace }
            guard before.map({ ":：".contains($0) }) ?? true else { continue }
            let item = text[found.upperBound...].drop { $0.isWhitespace }
            return item.count >= leastDemand ? item : nil
        }
        return nil
    }

    // MARK: - Addresses

    private static func afterAddress(_ text: Substring, language: String) -> Substring? {
        guard let manner = manners[language] else { return nil }
        let head = text.prefix(room)
        // Where small letters count otherwise than capitals, places would not agree.
        let small = String(head.lowercased().map { $0 == "’" ? "'" : $0 })
        guard small.count == head.count else { return nil }
        let bytes = Array(small.utf8)
        var best: Range<Int>?
        for addressee in manner.addressees {
            guard let found = address(Array(addressee.utf8), in: bytes, manner, language) else { continue }
            // Of `the State` and `the State party` at one place, the longer one.
            if let known = best, (known.lowerBound, -known.upperBound) <= (found.lowerBound, -found.upperBound) {
                continue
            }
            best = found
        }
        guard let best else { return nil }
        let passed = String(decoding: bytes[..<best.upperBound], as: UTF8.self).count
        let demand = text.dropFirst(passed).drop { $0.isWhitespace || ":：,，".contains($0) }
        return demand.count >= leastDemand ? demand : nil
    }

    /// From where somebody speaks to `addressee` up to the demand, in bytes.
    private static func address(
        _ addressee: [UInt8], in small: [UInt8], _ manner: Manner, _ language: String
    ) -> Range<Int>? {
        var from = 0
        while let start = place(of: addressee, in: small, from: from) {
            from = start + addressee.count
            let before = Array(small[max(0, start - 120)..<start])
            let isSpoken = manner.verbs.contains { place(of: Array($0.utf8), in: before, from: 0) != nil }
            let rest = small[from...]
            // Longer joints first.
            let joints = (isSpoken ? manner.joints : []) + manner.duties
            for joint in joints.sorted(by: { $0.utf8.count > $1.utf8.count }) where rest.starts(with: joint.utf8) {
                let end = from + joint.utf8.count
                let demand = String(decoding: small[end...], as: UTF8.self)
                let stands = stands(demand[...], language) && (joint != joinedBy || demand.hasPrefix("ا"))
                return stands ? start..<end : nil
            }
        }
        return nil
    }

    private static func place(of needle: [UInt8], in text: [UInt8], from: Int) -> Int? {
        guard let first = needle.first, needle.count <= text.count else { return nil }
        var at = from
        while at <= text.count - needle.count {
            if text[at] == first, text[at..<(at + needle.count)].elementsEqual(needle) { return at }
            at += 1
        }
        return nil
    }

    /// In Russian what follows may be governed by what was cut: only an infinitive can stand alone.
    private static func stands(_ rest: Substring, _ language: String) -> Bool {
        guard language == "ru" else { return true }
        let demand = rest.drop { !$0.isLetter }
        let word = demand.prefix { $0.isLetter }
        return rest.first == ":" || ["ть", "ти", "чь", "ться", "тись"].contains { word.hasSuffix($0) }
    }

    /// The Arabic preposition that is written onto its word: cut from words that begin with alif, where it cannot be a letter of theirs.
    private static let joinedBy = " ب"

    private static let manners: [String: Manner] = [
        "en": Manner(
            verbs: [
                "recommend", "urge", "encourage", "invite", "request", "call on", "calls on", "call upon", "calls upon",
                "reiterate", "require", "suggest", "hope that", "finds that", "advise",
            ],
            addressees: ["the state party", "the government", "the authorities", "the state", "state party"],
            joints: [" to:", " to ", ":", " will soon be able to ", " "],
            duties: [
                " should: ", " should:", " should ", " must ", " shall ", " pledges to ", " undertakes voluntarily to ",
                " undertakes to ", " intends to ", " commits to ",
            ]),
        "fr": Manner(
            verbs: [
                "recommande", "exhorte", "invite", "prie", "demande", "encourage", "engage", "enjoint", "propose",
                "espère", "conclut",
            ],
            addressees: [
                "l'état partie", "au gouvernement", "le gouvernement", "aux autorités", "les autorités", "l'état",
            ],
            joints: [" sera bientôt en mesure de ", " sera bientôt en mesure d'", " de ", " d'", " à ", " :", ":"],
            duties: [" devrait ", " devraient ", " doit ", " doivent ", " s'engage à "]),
        "es": Manner(
            verbs: [
                "recomienda", "insta", "invita", "exhorta", "alienta", "pide", "solicita", "ordena", "sugiere",
                "anima", "confía", "confían", "concluye",
            ],
            addressees: [
                "al estado parte", "el estado parte", "al gobierno", "el gobierno", "a las autoridades",
                "las autoridades", "al estado", "el estado",
            ],
            joints: [" a que ", " que ", " a ", ":", " "],
            duties: [" debería ", " deberían ", " debe ", " deben ", " se compromete a "]),
        "ru": Manner(
            verbs: ["рекомендует", "призывает", "предлагает", "просит", "предписывает"],
            addressees: [
                "государству-участнику", "государство-участник", "правительству", "правительство", "властям", "власти",
                "государству",
            ],
            joints: [":", " "], duties: [" следует:", " следует ", " обязуется "]),
        "ar": Manner(
            verbs: ["توصي", "يوصي", "تحث", "تدعو", "يدعو", "تطلب", "يطلب", "تشجع", "يشجع"],
            addressees: [
                "للدولة الطرف", "للحكومة", "للسلطات", "الدولة الطرف", "السلطات", "الحكومة",
            ],
            joints: [" على ", " إلى ", joinedBy],
            duties: [" القيام بما يلي:", " العمل على ", "، في الأجل القصير، العمل على "]),
        "zh": Manner(
            verbs: ["建议", "促请", "敦促", "请", "鼓励", "吁请", "呼吁", "要求"], addressees: ["缔约国", "政府", "当局"],
            joints: ["：", ""], duties: ["应当", "应该", "应", "承诺"]),
    ]
}
