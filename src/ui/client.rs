//! The page's side of the protocol: numbers the requests, waits for each one's answer, and drops stale ones.

use std::cell::{Cell, RefCell};
use std::mem::{Discriminant, discriminant};
use std::rc::Rc;

use futures::channel::oneshot;

use super::engine::Engine;
use crate::codec;
use crate::error::Error;
use crate::protocol::{Envelope, Request, RequestId, Response};

/// Asks the engine. Clones share one engine.
#[derive(Clone)]
pub struct Client {
    engine: Rc<Engine>,
    waiting: Rc<Waiting>,
}

impl Client {
    /// Starts the engine, in a worker where one can start.
    pub async fn start() -> Result<Client, Error> {
        let waiting = Rc::new(Waiting::default());
        let answers = waiting.clone();
        let engine = Engine::start(move |bytes| answers.deliver(&bytes)).await?;
        Ok(Client { engine: Rc::new(engine), waiting })
    }

    /// The answer to `request`.
    pub async fn ask(&self, request: Request) -> Result<Response, Error> {
        let (id, answer) = self.waiting.enter(&request);
        self.send(id, request).await?;
        answer.await.unwrap_or(Err(Error::WorkerStart))
    }

    /// The answer to `request`; `None` where a later request of its kind has been made meanwhile.
    pub async fn ask_latest(&self, request: Request) -> Option<Result<Response, Error>> {
        let kind = discriminant(&request);
        let (id, answer) = self.waiting.enter(&request);
        let sent = self.send(id, request).await;
        let answer = match sent {
            Ok(()) => answer.await.unwrap_or(Err(Error::WorkerStart)),
            Err(error) => Err(error),
        };
        self.waiting.is_latest(kind, id).then_some(answer)
    }

    async fn send(&self, id: RequestId, message: Request) -> Result<(), Error> {
        let bytes = codec::encode(&Envelope { id, message })?;
        if let Some(answer) = self.engine.send(bytes).await {
            self.waiting.deliver(&answer);
        }
        Ok(())
    }
}

type Answer = Result<Response, Error>;

/// The requests that are under way, and which is the latest of each kind.
#[derive(Default)]
struct Waiting {
    last: Cell<RequestId>,
    senders: RefCell<Vec<(RequestId, oneshot::Sender<Answer>)>>,
    latest: RefCell<Vec<(Discriminant<Request>, RequestId)>>,
}

impl Waiting {
    /// Numbers a request, from 1.
    fn enter(&self, request: &Request) -> (RequestId, oneshot::Receiver<Answer>) {
        let id = self.last.get() + 1;
        self.last.set(id);
        let (sender, receiver) = oneshot::channel();
        self.senders.borrow_mut().push((id, sender));
        let kind = discriminant(request);
        let mut latest = self.latest.borrow_mut();
        latest.retain(|(it, _)| *it != kind);
        latest.push((kind, id));
        (id, receiver)
    }

    fn is_latest(&self, kind: Discriminant<Request>, id: RequestId) -> bool {
        self.latest.borrow().contains(&(kind, id))
    }

    /// Hands an answer to who waits for it. One that cannot be read, or answers an unreadable request, fails them all.
    fn deliver(&self, bytes: &[u8]) {
        match codec::decode::<Envelope<Response>>(bytes) {
            Ok(Envelope { id: 0, message }) => self.fail_all(failure(message).err().unwrap_or(Error::Codec)),
            Ok(Envelope { id, message }) => {
                let sender = self.senders.borrow_mut().extract_if(.., |(it, _)| *it == id).next();
                if let Some((_, sender)) = sender {
                    // Whoever asked may be gone; then nobody needs the answer.
                    let _ = sender.send(failure(message));
                }
            }
            Err(error) => self.fail_all(error),
        }
    }

    fn fail_all(&self, error: Error) {
        for (_, sender) in self.senders.take() {
            let _ = sender.send(Err(error.clone()));
        }
    }
}

/// A failed response as an error.
fn failure(response: Response) -> Answer {
    match response {
        Response::Failed(error) => Err(error),
        response => Ok(response),
    }
}
