import Domain

/// Views on individual complaints: the remedy that the committee says the State owes, and by when it wants to hear.
enum ViewsReader {
    static func findings(
        _ flow: ParagraphFlow, _ text: DocumentText, _ context: ReadingContext, _ isRecognised: Bool
    ) -> [Finding] {
        let adopted = context.facts.published ?? lastDate(flow)
        var findings: [Finding] = []
        for paragraph in flow.paragraphs {
            let folded = FlowText.of(paragraph.text)
            let owes = obligation.isIn(folded)
            let asks = answer.isIn(folded) && PrintedSpan.first(in: paragraph.text) != nil
            guard owes || asks || recommendations(paragraph, folded) else { continue }
            var finding = Finding(
                paragraph, number: findings.count + 1, kind: owes || !asks ? .recommendation : .observation,
                part: owes || !asks ? .remedy : .followUp, isRecognised: isRecognised)
            if asks { setClock(&finding, paragraph.text, adopted) }
            findings.append(finding)
        }
        spreadClock(&findings)
        return findings
    }

    /// The clock of the paragraph that wants an answer is the remedy's.
    private static func spreadClock(_ findings: inout [Finding]) {
        guard let clock = findings.last(where: { $0.followUpDue != nil || $0.dueComputedFrom != nil }) else { return }
        for index in findings.indices where findings[index].part == .remedy {
            findings[index].isForFollowUp = true
            findings[index].followUpDue = clock.followUpDue
            findings[index].dueComputedFrom = clock.dueComputedFrom
        }
    }

    private static func setClock(_ finding: inout Finding, _ text: String, _ adopted: CalendarDate?) {
        guard let sentence = Sentences.split(text).first(where: { PrintedSpan.first(in: $0) != nil }),
            let span = PrintedSpan.first(in: sentence)
        else { return }
        finding.isForFollowUp = true
        finding.dueComputedFrom = span.wording
        finding.followUpDue = adopted.flatMap { span.end(from: $0) }
        // Such spans run from the day the Views are sent, which the document does not print.
        finding.add(Doubt(.dateUnclear, span.wording))
    }

    private static func lastDate(_ flow: ParagraphFlow) -> CalendarDate? {
        flow.paragraphs.first.flatMap { RunningDates.all(in: $0.text).last }
    }

    /// "The Committee makes the following recommendations to the State party".
    private static func recommendations(_ paragraph: FlowParagraph, _ folded: String) -> Bool {
        makes.isIn(folded)
            || (paragraph.headings.contains { makesHeading.isIn(FlowText.of($0)) } && Wording(paragraph).recommends)
    }

    private static let obligation = FlowPhrases([
        "under an obligation", "is obligated", "is obliged", "is required to", "obligation to provide",
        "effective remedy, including",
        "est tenu de", "a l’obligation", "est tenu d’", "dans l’obligation", "tiene la obligación", "está obligado",
        "tiene el deber",
        "обязано", "обязан ", "обязательство предоставить", "ملزمة", "التزام بأن", "عليها التزام", "有义务",
    ])
    private static let answer = FlowPhrases([
        "information about the measures", "information on the measures", "give effect", "written response",
        "mesures prises pour",
        "des renseignements sur", "donner effet", "réponse écrite", "información sobre las medidas",
        "respuesta por escrito", "aplicar",
        "информацию о мерах", "письменный ответ", "принятых", "معلومات عن التدابير", "رد خطي", "资料", "措施",
    ])
    private static let makes = FlowPhrases([
        "makes the following recommendations", "following recommendations to the state",
        "formule les recommandations suivantes",
        "fait les recommandations suivantes", "adresse à l’État partie les recommandations",
        "formula las siguientes recomendaciones",
        "formula al estado parte las siguientes", "выносит следующие рекомендации", "следующие рекомендации",
        "التوصيات التالية", "提出以下建议",
    ])
    private static let makesHeading = FlowPhrases([
        "recommendation", "recommandation", "recomendaci", "рекомендац", "التوصيات", "建议", "remed", "réparation",
        "reparaci",
    ])
}
