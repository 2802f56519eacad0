import Casework
import Foundation
import HTTPTypes
import Synchronization

/// Long computations, each in a process of its own.
///
/// A process can be ended at once whatever it computes, takes no thread from the pages, and gives its
/// memory back. It writes its progress as lines of three fields, divided by tabs, and its results as
/// files into a folder.
final class Jobs: Sendable {
  /// One computation.
  final class Job: Sendable {
    /// The folder of its results.
    let output: String
    /// What the case was when it was started.
    let stamp: FolderStamp
    /// What is computed, where one name stands for several.
    let label: String
    private let held = Mutex(JobState())
    /// The number of the process while it runs; zero before and after.
    fileprivate let process = Mutex<Int32>(0)
    /// The last of what it said on standard error.
    fileprivate let said = Mutex("")

    init(output: String, stamp: FolderStamp, label: String) {
      self.output = output
      self.stamp = stamp
      self.label = label
    }

    /// How far it has come.
    var state: JobState { held.withLock { $0 } }

    /// Changes the state of a computation that has not ended; gives whether it had not.
    @discardableResult
    fileprivate func change(_ change: (inout JobState) -> Void) -> Bool {
      held.withLock { state in
        guard state.outcome == .running else { return false }
        change(&state)
        return true
      }
    }
  }

  /// How the program runs a computation: a file and the arguments before those of the computation.
  private let worker: [String]
  private let root: String
  private let jobs = Mutex<[String: Job]>([:])
  private let serial = Atomic<Int>(0)

  init(worker: [String]) {
    self.worker = worker
    root = NSTemporaryDirectory() + "demarche-workbench-\(getpid())-\(UUID().uuidString)"
  }

  deinit {
    jobs.withLock { jobs in jobs.values.forEach { Self.end($0) } }
    try? FileManager.default.removeItem(atPath: root)
  }

  /// The last computation with a name.
  func job(_ name: String) -> Job? { jobs.withLock { $0[name] } }

  /// Starts a computation; one of the same name that still runs is ended first.
  ///
  /// - Throws: ``Fault`` where two others run, or the process cannot be started.
  @discardableResult
  func start(
    _ name: String, stamp: FolderStamp, label: String = "", arguments: [String]
  ) throws -> Job {
    guard let program = worker.first else {
      throw Fault(.notImplemented, "Not here", "This workbench cannot run long computations.")
    }
    cancel(name)
    let isBusy = jobs.withLock { jobs in
      jobs.values.count { $0.state.outcome == .running } >= 2
    }
    guard !isBusy else {
      throw Fault(
        .tooManyRequests, "Two computations run already", "Wait for one to end, or cancel it.")
    }
    let number = serial.add(1, ordering: .relaxed).newValue
    let output = "\(root)/\(number)"
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    let job = Job(output: output, stamp: stamp, label: label)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = Array(worker.dropFirst()) + arguments + ["--output", output]
    let lines = Pipe()
    let errors = Pipe()
    process.standardOutput = lines
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    lines.fileHandleForReading.readabilityHandler = { handle in
      let text = String(decoding: handle.availableData, as: UTF8.self)
      if text.isEmpty { handle.readabilityHandler = nil }
      for line in text.split(separator: "\n") {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 3, let done = Int(fields[1]), let total = Int(fields[2]) else {
          continue
        }
        job.change { ($0.stage, $0.done, $0.total) = (String(fields[0]), done, total) }
      }
    }
    let hasSaid = DispatchSemaphore(value: 0)
    errors.fileHandleForReading.readabilityHandler = { handle in
      let data = handle.availableData
      guard !data.isEmpty else {
        handle.readabilityHandler = nil
        hasSaid.signal()
        return
      }
      job.said.withLock { $0 = String(($0 + String(decoding: data, as: UTF8.self)).suffix(4000)) }
    }
    process.terminationHandler = { process in
      job.process.withLock { $0 = 0 }
      // What it said last may still be on its way; a child of its own may hold the pipe for ever.
      _ = hasSaid.wait(timeout: .now() + 1)
      job.change { state in
        if process.terminationReason == .exit, process.terminationStatus == 0 {
          state.outcome = .finished
        } else {
          state.outcome = .failed
          state.message = job.said.withLock { $0.isEmpty ? "the computation ended early" : $0 }
        }
      }
    }
    do {
      try process.run()
    } catch {
      throw Fault(.internalServerError, "The computation cannot be started", "\(error)")
    }
    let started = process.processIdentifier
    job.process.withLock { $0 = started }
    if job.state.outcome != .running { job.process.withLock { $0 = 0 } }
    let old = jobs.withLock { jobs in
      let old = jobs[name]
      jobs[name] = job
      return old
    }
    if let old { try? FileManager.default.removeItem(atPath: old.output) }
    return job
  }

  /// Ends a computation at once.
  func cancel(_ name: String) {
    if let job = job(name) { Self.end(job) }
  }

  private static func end(_ job: Job) {
    guard job.change({ $0.outcome = .cancelled }) else { return }
    job.process.withLock { process in
      if process > 0 { kill(process, SIGKILL) }
      process = 0
    }
  }
}
