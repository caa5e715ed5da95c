import Domain
import Frame
import Submissions

/// What a submitter does with her thread. Every form carries the receipt again: nothing remembers her in between.
struct OwnThreadActions {
    private let exchange: Exchange
    private let submissions: Submissions

    init(_ exchange: Exchange, _ submissions: Submissions) {
        self.exchange = exchange
        self.submissions = submissions
    }

    func open() async throws(WebError) -> Answer {
        let form = try await FormReader.read(exchange.incoming)
        return try await with(form) { _ throws(SubmissionError) in nil }
    }

    func add() async throws(WebError) -> Answer {
        var form = Query()
        var files: [[UInt8]] = []
        let source = exchange.incoming.source
        try await UploadReader.read(exchange.incoming, limits: NewSubmission.limits) { name, value throws(WebError) in
            form.append(name, value)
        } file: { file throws(WebError) in
            // The receipt stands before the files: for one that fits nothing they are not read.
            if files.isEmpty {
                guard let receipt = Receipt(form.first("receipt") ?? "") else { throw .foreignForm }
                _ = try await submission { () throws(SubmissionError) in
                    try await submissions.thread(receipt, from: source)
                }
            }
            files.append(file.bytes)
        }
        let text = (form.first("text") ?? "").replacing("\r\n", with: "\n").trimmed
        let consent = form.first("consent").flatMap { SealedNote.Consent(rawValue: $0) }
        let (language, added) = (exchange.language, files)
        return try await with(form) { receipt throws(SubmissionError) in
            try await submissions.add(
                text, language: language, consent: consent, files: added, to: receipt, from: source)
            return "submit.added"
        }
    }

    func withdraw() async throws(WebError) -> Answer {
        let form = try await FormReader.read(exchange.incoming)
        return try await with(form) { receipt throws(SubmissionError) in
            guard form.first("sure") == "yes" else { throw .unfit(field: "sure", key: "submit.withdrawSure") }
            try await submissions.withdraw(receipt, from: exchange.incoming.source)
            return "submit.withdrawn"
        }
    }

    /// Does something with the receipt of a form and shows the thread again, with what was done or what was in the way.
    private func with(
        _ form: Query, _ act: (Receipt) async throws(SubmissionError) -> String?
    ) async throws(WebError) -> Answer {
        let view = View(exchange)
        guard let receipt = Receipt(form.first("receipt") ?? "") else {
            return try await OwnThreadView.ask(exchange, submissions, view.say("submit.receiptForm"))
        }
        var (done, problem): (String?, String?) = (nil, nil)
        do throws(SubmissionError) { done = try await act(receipt) } catch {
            guard let sentence = error.sentence(view) else {
                return try await OwnThreadView.ask(exchange, submissions, view.say("submit.receiptUnknown"))
            }
            problem = sentence
        }
        do throws(SubmissionError) {
            let thread = try await submissions.thread(receipt, from: exchange.incoming.source)
            return await OwnThreadView(view: view, submissions: submissions, receipt: receipt, thread: thread)
                .answer(done: done, problem: problem)
        } catch {
            let sentence = error == .notFound ? view.say("submit.receiptUnknown") : error.sentence(view)
            return try await OwnThreadView.ask(exchange, submissions, sentence ?? view.say("submit.receiptUnknown"))
        }
    }
}
