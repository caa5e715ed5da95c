extension ImportError {
    /// What a person reads.
    package var sentence: String {
        switch self {
        case .file(let reason): reason
        case .store(let reason): "The store did not take it: \(reason)"
        case .nameTaken(let name): "An import called \(name) exists. Give another name with --name."
        case .unknownName(let name): "There is no import called \(name). `rapporteur imports` lists them."
        case .stillRunning(let name): "\(name) is running, or was a moment ago. Try again in a minute."
        }
    }
}
