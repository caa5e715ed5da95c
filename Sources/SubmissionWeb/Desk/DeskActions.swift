import Domain
import Frame
import Locales
import People
import Submissions

/// What forms of the desk do. What is in the way is said on the page it was sent from.
struct DeskActions {
    let visit: Visit
    let form: Query
    let submissions: Submissions

    init(_ visit: Visit, _ form: Query, _ submissions: Submissions) {
        self.visit = visit
        self.form = form
        self.submissions = submissions
    }

    private var reader: DeskReader { visit.deskReader }

    private func thread() throws(WebError) -> Int64 {
        guard let id = Int64(visit.exchange.value("id")) else { throw .notFound }
        return id
    }

    private var version: Int { Int(form.first(Conflict.versionField) ?? "") ?? 0 }

    private func back(_ path: String, _ said: String) -> Answer {
        .seeOther(View(visit).address(visit.path(path), [("said", said)]))
    }

    /// Does something; where it does not go, `page` says why.
    private func attempt(
        _ act: () async throws(SubmissionError) -> Void, then answer: Answer,
        else page: (String) async throws(WebError) -> Answer
    ) async throws(WebError) -> Answer {
        do throws(SubmissionError) {
            try await act()
            return answer
        } catch {
            if error == .locked { return back("/submissions", "locked") }
            guard let sentence = error.sentence(View(visit)) else { throw WebError(error) }
            return try await page(sentence)
        }
    }

    func unlock() async throws(WebError) -> Answer {
        let id = Int64(form.first("key") ?? "") ?? 0
        return try await attempt(
            { () throws(SubmissionError) in
                try await submissions.unlock(reader, key: id, phrase: form.first("phrase") ?? "")
            }, then: back("/submissions", "unlocked"), else: onDesk)
    }

    func lock() async -> Answer {
        submissions.lock(reader)
        return back("/submissions", "locked")
    }

    func makeKey() async throws(WebError) -> Answer {
        let phrase = form.first("phrase") ?? ""
        guard phrase == form.first("again") else { return try await onKeys(View(visit).say("submit.key.twice")) }
        return try await attempt(
            { () throws(SubmissionError) in try await submissions.makeKey(phrase: phrase, by: visit.member) },
            then: back("/submissions/keys", "saved"), else: onKeys)
    }

    func confirmKey() async throws(WebError) -> Answer {
        try await attempt(
            { () throws(SubmissionError) in
                try await submissions.confirm(
                    Int64(form.first("key") ?? "") ?? 0, fingerprint: form.first("fingerprint") ?? "",
                    phrase: form.first("phrase") ?? "", by: visit.member)
            }, then: back("/submissions/keys", "saved"), else: onKeys)
    }

    func withdrawKey() async throws(WebError) -> Answer {
        guard form.first("sure") == "yes" else { return try await onKeys(View(visit).say("submit.key.withdrawSure")) }
        return try await attempt(
            { () throws(SubmissionError) in
                try await submissions.withdrawKey(
                    Int64(form.first("key") ?? "") ?? 0, version: version, by: visit.member)
            }, then: back("/submissions/keys", "saved"), else: onKeys)
    }

    func settings() async throws(WebError) -> Answer {
        let settings = DeskSettings(
            introduction: (form.first("introduction") ?? "").trimmed,
            language: LanguageTag(visit.exchange.site.locales[form.first("language") ?? ""]?.tag ?? "en"),
            fingerprintAddress: (form.first("address") ?? "").trimmed,
            retentionMonths: Int((form.first("months") ?? "").trimmed) ?? 0, version: version)
        return try await attempt(
            { () throws(SubmissionError) in try await submissions.set(settings, by: visit.member) },
            then: back("/submissions/keys", "saved"), else: onKeys)
    }

    func answer(canPublish: Bool) async throws(WebError) -> Answer {
        let id = try thread()
        let text = (form.first("text") ?? "").replacing("\r\n", with: "\n").trimmed
        return try await attempt(
            { () throws(SubmissionError) in
                try await submissions.answer(id, text, language: visit.exchange.language, by: reader)
            }, then: back("/submissions/threads/\(id)", "answered"),
            else: { problem throws(WebError) in
                try await DeskThreadView.answer(visit, submissions, canPublish: canPublish, problem: problem)
            })
    }

    func status() async throws(WebError) -> Answer {
        let id = try thread()
        guard let status = form.first("status").flatMap({ ThreadStatus(rawValue: $0) }) else {
            throw .invalid([.init(name: "status", allowed: "open, closed, erased")])
        }
        guard status != .erased || form.first("sure") == "yes" else {
            return try await onDesk(View(visit).say("submit.eraseSure"))
        }
        return try await attempt(
            { () throws(SubmissionError) in
                try await submissions.set(id, status, version: version, by: visit.member)
            }, then: back("/submissions", "saved"), else: onDesk)
    }

    /// Publishes what the submitter allowed, in the name of the recipient's institution, and tells her.
    func publish(_ publish: SubmissionPublishing?) async throws(WebError) -> Answer {
        guard let publish else { throw .notFound }
        let id = try thread()
        let opened = try await submission { () throws(SubmissionError) in try await submissions.open(id, reader) }
        let again = { (problem: String) async throws(WebError) -> Answer in
            try await DeskThreadView.answer(visit, submissions, canPublish: true, problem: problem)
        }
        let view = View(visit)
        guard opened.consent != .nothing else { return try await again(view.say("submit.publish.noConsent")) }
        let text = (form.first("text") ?? "").replacing("\r\n", with: "\n").trimmed
        let first = opened.messages.first { $0.isSubmitter }?.note
        guard !text.isEmpty, let first, first.recommendation != nil || first.issue != nil || form.first("thing") != nil
        else { return try await again(view.say("submit.publish.thing")) }
        let own = DeskThreadView.number(form.first("thing") ?? "")
        let words = PublishedWords(
            recommendation: first.recommendation ?? (first.issue == nil ? own : nil), issue: first.issue,
            value: form.first("value") ?? "", text: text, language: LanguageTag(first.language))
        let (told, language) = (reader, visit.exchange.language)
        do throws(SubmissionError) {
            try await publish(words, visit.member) { address throws(SubmissionError) in
                try await submissions.telling(id, summary: text, address: address, language: language, by: told)
            }
        } catch {
            if error == .locked { return back("/submissions", "locked") }
            if case .workspace(.invalid(let faults)) = error, let fault = faults.first {
                return try await again(view.say(fault.allowed))
            }
            guard let sentence = error.sentence(view) else { throw WebError(error) }
            return try await again(sentence)
        }
        return back("/submissions/threads/\(id)", "published")
    }

    func file() async throws(WebError) -> Answer {
        let id = try thread()
        let number = Int(visit.exchange.value("number")) ?? 0
        let place = Int(visit.exchange.value("place")) ?? 0
        do throws(SubmissionError) {
            let file = try await submissions.file(id, number, place, reader)
            return Answer(
                contentType: "application/octet-stream", body: .bytes(file.bytes), caching: .never,
                headers: [("Content-Disposition", "attachment; filename=\"file-\(number)-\(place).\(file.ending)\"")])
        } catch {
            if error == .locked { return back("/submissions", "locked") }
            throw WebError(error)
        }
    }

    private func onDesk(_ problem: String) async throws(WebError) -> Answer {
        try await DeskView.answer(visit, submissions, problem: problem)
    }

    private func onKeys(_ problem: String) async throws(WebError) -> Answer {
        try await KeyRingView.answer(visit, submissions, problem: problem)
    }
}

extension Visit {
    /// Who reads here: the member, and the session whose key may be unlocked.
    var deskReader: DeskReader { DeskReader(member, session: session?.sessionID) }
}
