import Domain
import Reference

/// What was found in a document, for people on a terminal.
struct FindingList {
    let reading: DocumentReading
    let reference: ReferenceFacts
    let sentences: DoubtSentences

    func print() {
        let facts = reading.facts
        let known = [
            sentences(facts.kind), facts.symbol?.printed, facts.state.map { reference.shortName(of: $0, in: .english) },
            facts.session.map { "session \($0)" }, facts.published?.description, facts.language.rawValue,
        ]
        Terminal.say(Terminal.bold(known.compactMap(\.self).joined(separator: " · ")))
        for doubt in facts.doubts { Terminal.say("? " + sentences(doubt)) }
        let doubtful = reading.findings.count(where: \.isDoubtful)
        Terminal.say("\(reading.findings.count) found, \(doubtful) of them doubtful (marked with a question mark)")
        var wording: String?
        for finding in reading.findings {
            // The words above a list, once.
            if finding.kind == .recommendation, let lead = finding.wording, lead != wording {
                wording = lead
                Terminal.say("\n" + Terminal.dim(lead))
            }
            print(finding)
        }
    }

    private func print(_ finding: Finding) {
        let head = [
            finding.isDoubtful ? "?" : " ", finding.paragraph?.printed ?? "-",
            finding.kind == .recommendation || finding.kind == .statement ? nil : "[\(finding.kind.rawValue)]",
            finding.kind == .statement ? finding.position?.rawValue : nil,
            claim(finding).map { "(\($0))" }, finding.grade.map { "[\($0.value)]" }, finding.about?.printed,
        ].compactMap(\.self).joined(separator: " ")
        if finding.wordings.isEmpty {
            Terminal.say(head + line(finding.text, finding.states))
        } else {
            Terminal.say(head)
            for wording in finding.wordings { Terminal.say("   " + line(wording.text, wording.states)) }
        }
        if let reason = finding.reason, reason != finding.text { Terminal.say("     " + reason) }
        for doubt in finding.doubts { Terminal.say("     ? " + sentences(doubt)) }
    }

    private func claim(_ finding: Finding) -> String? {
        guard finding.kind == .statement, let claim = finding.claim else { return nil }
        return switch claim.status {
        case .implemented: "implemented, says the State"
        case .inProgress: "in progress, says the State"
        case .partly: "partly implemented, says the State"
        }
    }

    private func line(_ text: String, _ states: [StateCode]) -> String {
        let names = states.map { reference.shortName(of: $0, in: .english) }.joined(separator: ", ")
        return (text.isEmpty ? "" : "  " + text) + (names.isEmpty ? "" : " (\(names))")
    }
}
