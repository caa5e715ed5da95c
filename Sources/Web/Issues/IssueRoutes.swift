import Domain
import Frame
import Operations

/// Issues of a State, one issue, what coordinators decide about it, and repeats of any question.
enum IssueRoutes {
    static let all: [Route] =
        [
            .page("state-issues", "/states/{code}/issues", IssuesQuestion.parameters) { exchange throws(WebError) in
                try await IssuesView.answer(exchange)
            },
            .page("issue", "/issues/{id}", IssueQuestion.parameters) { exchange throws(WebError) in
                try await IssueView.answer(exchange)
            },
            .page("repeats", "/repeats", Parameter.search + [RepeatsView.from]) { exchange throws(WebError) in
                try await RepeatsView.answer(exchange)
            },
        ] + decisions

    private static let decisions: [Route] = [
        .form("issue-rename", "/issues/{id}/rename", [.id]) { signed, form throws(WebError) in
            try await IssueCorrections.rename(signed, form)
        },
        .form("issue-move", "/issues/{id}/move", [.id]) { signed, form throws(WebError) in
            try await IssueCorrections.move(signed, form)
        },
        .form("issue-split", "/issues/{id}/split", [.id]) { signed, form throws(WebError) in
            try await IssueCorrections.split(signed, form)
        },
        .form("issue-merge", "/issues/{id}/merge", [.id]) { signed, form throws(WebError) in
            try await IssueCorrections.merge(signed, form)
        },
        .form("issue-pin", "/issues/{id}/pin", [.id]) { signed, form throws(WebError) in
            try await IssueCorrections.pin(signed, form)
        },
        .form("issue-proposal", "/issues/{id}/proposal", [.id]) { signed, form throws(WebError) in
            try await IssueCorrections.proposal(signed, form)
        },
        .form("issue-reverse", "/issues/{id}/reverse", [.id]) { signed, form throws(WebError) in
            try await IssueCorrections.reverse(signed, form)
        },
    ]
}
