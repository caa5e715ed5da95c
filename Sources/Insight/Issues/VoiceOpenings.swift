/// Who asks whom: `The Committee recommends that the State party adopt` asks to adopt.
enum VoiceOpenings {
    /// Words one after the other: of each place the first that fits; a place with an empty one may be left out.
    private typealias Places = [[String]]

    /// How far into a text a body may begin to speak, after a clause such as `Recalling its earlier recommendation,`.
    private static let reach = 300
    /// Less than this names nothing.
    private static let restMin = 4

    /// What follows such an opening; the text itself where there is none.
    static func without(_ text: String, language: String) -> String {
        guard let patterns = patterns[language] else { return text }
        for start in starts(text) {
            for places in patterns {
                guard let rest = rest(of: text[start...], after: places) else { continue }
                let demand = withoutMark(rest)
                if demand.count >= restMin { return String(demand) }
            }
        }
        return text
    }

    /// The beginning, and where a clause begins.
    private static func starts(_ text: String) -> [String.Index] {
        var starts = [text.startIndex]
        let head = text.prefix(reach)
        for index in head.indices where ",.;،，。；".contains(head[index]) {
            let next = text[text.index(after: index)...].drop { $0 == " " }.startIndex
            if next < text.endIndex { starts.append(next) }
        }
        return starts
    }

    private static func rest(of text: Substring, after places: Places) -> Substring? {
        var rest = text
        for place in places {
            guard let found = place.first(where: { begins(rest, $0) }) else { return nil }
            rest = rest.dropFirst(found.count)
        }
        return rest
    }

    private static func begins(_ text: Substring, _ words: String) -> Bool {
        words.isEmpty || text.prefix(words.count).lowercased().replacing("’", with: "'") == words
    }

    /// Without `(a)`, `a)` or a colon.
    private static func withoutMark(_ text: Substring) -> Substring {
        let text = text.drop { " :：".contains($0) }
        let mark = text.prefix(6)
        guard let close = mark.firstIndex(where: { ")）".contains($0) }) else { return text }
        let inside = mark[..<close].drop { "(（".contains($0) }
        guard (1...4).contains(inside.count), inside.allSatisfy({ $0.isLetter || $0.isNumber }) else { return text }
        return text[text.index(after: close)...].drop { $0 == " " }
    }

    private static let patterns: [String: [Places]] = [
        "en": [
            [
                [
                    "the committee ", "the subcommittee ", "the special rapporteur ", "the independent expert ",
                    "the working group ", "the rapporteur ", "the commission ", "the court ", "the panel ",
                    "the experts ", "it ",
                ],
                ["also ", "further ", "furthermore ", "strongly ", "therefore ", "accordingly ", "again ", ""],
                [
                    "recommends that ", "recommends to ", "recommend that ", "urges ", "urge ", "calls upon ",
                    "calls on ", "call on ", "invites ", "encourages ", "encourage ", "requests ", "request ",
                    "requires ", "suggests that ", "advises ", "finds that ", "hope that ", "hopes that ",
                    "reiterates its recommendation that ", "reiterates its recommendation to ",
                    "reiterates its call on ",
                ],
                ["the state party", "the government", "the authorities", "the state"],
                [" should", " must", " will soon be able to", " to", ""], [": ", ":", " "],
            ],
            [
                ["the state party", "the government", "the authorities"],
                [" should", " must", " is urged to", " is encouraged to"], [": ", ":", " "],
            ],
        ],
        "fr": [
            [
                [
                    "le comité ", "le sous-comité ", "le rapporteur spécial ", "la rapporteuse spéciale ",
                    "le groupe de travail ", "le groupe consultatif ", "le rapporteur ", "la commission ", "la cour ",
                    "les experts ", "il ",
                ],
                [
                    "recommande ", "exhorte ", "invite ", "engage ", "demande ", "prie ", "prient ", "encourage ",
                    "enjoint ", "propose ", "appelle ", "réitère sa recommandation ", "conclut que ",
                ],
                ["également ", "de nouveau ", "en outre ", "vivement ", "instamment ", ""],
                [
                    "à l'état partie", "l'état partie", "au gouvernement", "le gouvernement", "aux autorités",
                    "les autorités", "à l'état", "l'état",
                ],
                [" les mesures suivantes", " ce qui suit", " doit", ""], [" de ", " d'", " à ", " : ", ": ", ":", " "],
            ],
            [
                ["l'état partie", "le gouvernement", "les autorités"], [" devrait", " devraient", " doit", " doivent"],
                [" : ", ": ", ":", " "],
            ],
        ],
        "es": [
            [
                [
                    "el comité ", "el subcomité ", "el relator especial ", "la relatora especial ",
                    "el grupo de trabajo ", "el grupo consultivo ", "el relator ", "la comisión ", "la corte ",
                    "los expertos ",
                ],
                ["también ", "además ", ""],
                [
                    "recomienda ", "insta ", "exhorta ", "invita ", "invitan ", "alienta ", "pide ", "solicita ",
                    "ordena ", "sugiere ", "reitera su recomendación ", "concluye que ",
                ],
                ["nuevamente ", "encarecidamente ", "también ", ""],
                ["al estado parte", "el estado parte", "al gobierno", "a las autoridades", "al estado", "el estado"],
                [" lo siguiente", " debe", ""], [" a que ", " que ", " a ", ": ", ":", " "],
            ],
            [
                ["el estado parte", "el gobierno", "las autoridades"], [" debería", " deberían", " debe", " deben"],
                [": ", ":", " "],
            ],
        ],
        "ru": [
            [
                [
                    "комитет ", "подкомитет ", "специальный докладчик ", "рабочая группа ", "консультативная группа ",
                    "докладчик ", "комиссия ", "суд ", "эксперты ",
                ],
                ["также ", "вновь ", "настоятельно ", "далее ", ""],
                [
                    "рекомендует ", "призывает ", "предлагает ", "просит ", "просят ", "предписывает ",
                    "повторяет свою рекомендацию ", "заключает, что ",
                ],
                [
                    "государству-участнику", "государство-участник", "правительству", "правительство", "властям",
                    "власти", "государству", "государство",
                ],
                [" должно", ""], [": ", ":", " "],
            ],
            [
                ["государству-участнику", "правительству", "властям"], [" следует", " надлежит", " необходимо"],
                [": ", ":", " "],
            ],
        ],
        "ar": [
            [
                [
                    "توصي ", "تحث ", "فإنها تدعو ", "تدعو ", "تكرر ", "تطلب ", "تهيب ", "تشجع ", "تقترح ", "يوصي ",
                    "يدعو ", "يطلب ", "يحث ", "يشجع ", "يقترح ",
                ],
                [
                    "اللجنة ", "المقرر الخاص ", "المقررة الخاصة ", "الفريق العامل ", "الفريق الاستشاري ", "المقرر ",
                    "المحكمة ", "الخبراء ", "",
                ],
                ["أيضا ", "أيضاً ", "كذلك ", "بشدة ", "مجددا ", ""], ["توصيتها إلى ", "على ", "إلى ", ""],
                ["الدولة الطرف", "الدولة", "الحكومة", "السلطات"],
                [
                    " القيام بما يلي:", " بما يلي:", " بأن ", " على أن ", " على ", " إلى أن ", " إلى ", " أن ", " ب",
                    " ",
                ],
            ],
            [
                ["ينبغي للدولة الطرف ", "ينبغي للحكومة ", "ينبغي للسلطات ", "يتعين على الدولة الطرف "],
                ["القيام بما يلي:", "العمل على ", "أن ", ""],
            ],
        ],
        "zh": [
            [
                ["小组委员会", "委员会", "特别报告员", "报告员", "工作组", "咨询小组", "法院", "专家", ""],
                ["重申其建议，", "还", "又", "进一步", "强烈", "再次", ""], ["建议", "敦促", "呼吁", "促请", "请", "鼓励", "要求"],
                ["缔约国", "政府", "当局"], ["必须", "应当", "应", ""], ["：", ":", ""],
            ],
            [["缔约国", "政府", "当局"], ["应当", "应", "必须"], ["：", ":", ""]],
        ],
    ]
}
