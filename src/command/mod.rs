//! The command line: `factbox [FILE…]` explains articles, `factbox batch` explains JSON Lines, `factbox serve` is the page without a
//! network.

mod batch;
mod explain;
mod failure;
mod places;
mod published;
mod queue;
mod serve;

pub use batch::run as explain_lines;
pub use failure::Failure;
pub use places::gazetteer;
pub use published::day;

use crate::export::Format;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{CommandFactory, Parser, Subcommand};
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Explains news articles about strikes, war, attacks or disasters: facts, casualties, regions hit.
#[derive(Debug, Parser)]
#[command(name = "factbox", version, args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Option<Task>,
    #[command(flatten)]
    explain: Explain,
}

/// What `factbox [FILE…]` is told.
#[derive(Debug, clap::Args)]
struct Explain {
    /// Text files to explain; `-` or none reads standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How to print the report
    #[arg(long, default_value = "text", value_parser = formats())]
    format: Format,
    /// Day of publication, against which "Friday" or "last night" is resolved
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<String>,
    /// The headline, where it is not in the text
    #[arg(long)]
    title: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Explain JSON Lines {"id","text","title"?,"published"?} from standard input, one report a line
    Batch,
    /// Serve the built page on this machine only, for desks without a network
    Serve {
        /// The folder of the page
        #[arg(default_value = "page")]
        folder: PathBuf,
        /// Where to listen; 0 takes any free port
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Print what a shell completes these commands with
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page, in roff
    Man,
}

/// How a run ended, as an exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// 0: everything was explained.
    Done,
    /// 1: some files or lines failed, the rest was explained.
    Partial,
    /// 2: nothing was explained.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        match outcome {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::Partial => ExitCode::from(1),
            Outcome::Failed => ExitCode::from(2),
        }
    }
}

/// Reads the arguments, does what they say and returns the exit status.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match arguments.task {
        Some(Task::Batch) => {
            hint("Waiting for JSON Lines on standard input; end with Ctrl-D.");
            batch::run(io::BufReader::new(io::stdin()), &mut io::stdout().lock())
        }
        Some(Task::Serve { folder, port }) => serve::run(&folder, port, &mut io::stdout().lock()),
        Some(Task::Completions { shell }) => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "factbox", &mut script);
            print(&script)
        }
        Some(Task::Man) => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Arguments::command()).render(&mut page).map_err(Failure::Output).and_then(|()| print(&page))
        }
        None => explain::run(&arguments.explain, &mut io::stdout().lock()),
    };
    match result {
        Ok(outcome) => outcome.into(),
        // Whoever reads our output has seen enough (`factbox … | head`).
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            Outcome::Failed.into()
        }
    }
}

fn print(bytes: &[u8]) -> Result<Outcome, Failure> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(Failure::Output)?;
    Ok(Outcome::Done)
}

/// One sentence on standard error.
fn complain(failure: &Failure) {
    eprintln!("factbox: {failure}");
}

/// Tells somebody at a keyboard what the program waits for.
fn hint(words: &str) {
    if io::stdin().is_terminal() {
        eprintln!("{words}");
    }
}

fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::name)).try_map(|name| name.parse::<Format>())
}
